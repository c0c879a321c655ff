/// The shortest of several runs, in milliseconds; the noise of a shared machine only ever adds.
func best(of runs: Int = 5, _ work: () -> Void) -> Double {
  let clock = ContinuousClock()
  var best = Double.infinity
  for _ in 0..<runs {
    let elapsed = clock.measure(work)
    let (seconds, attoseconds) = elapsed.components
    best = min(best, Double(seconds) * 1_000 + Double(attoseconds) / 1e15)
  }
  return best
}

/// A time in milliseconds, with as many places as it deserves.
func written(_ milliseconds: Double) -> String {
  let places: Double = milliseconds < 0.1 ? 10_000 : milliseconds < 10 ? 100 : 10
  return "\((milliseconds * places).rounded() / places) ms"
}
