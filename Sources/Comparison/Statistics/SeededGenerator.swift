/// Random numbers that are the same for the same seed, on every machine.
///
/// xoshiro256** of Blackman and Vigna, “Scrambled linear pseudorandom number generators” (2021), whose
/// state is filled by SplitMix64 of Steele, Lea and Flood (2014), as its authors advise.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  /// - Parameter stream: Tells apart independent runs of numbers by one seed, so that work can be cut
  ///   into pieces whose numbers do not depend on who does them.
  public init(seed: UInt64, stream: UInt64 = 0) {
    var splitter = SplitMix64(state: seed)
    splitter.state = splitter.next() ^ (stream &* 0xD1B5_4A32_D192_ED03)
    state = (splitter.next(), splitter.next(), splitter.next(), splitter.next())
  }

  init(state: (UInt64, UInt64, UInt64, UInt64)) { self.state = state }

  /// 64 bits.
  public mutating func next() -> UInt64 {
    let multiplied = state.1 &* 5
    let result = ((multiplied << 7) | (multiplied >> 57)) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = (state.3 << 45) | (state.3 >> 19)
    return result
  }

  /// A number of 0 < u < 1, in steps of 2⁻⁵²: the upper 52 bits and one half.
  public mutating func uniform() -> Double { (Double(next() >> 12) + 0.5) * 0x1p-52 }

  /// A number of the standard normal distribution, by inversion.
  public mutating func normal() -> Double { NormalDistribution.quantile(uniform()) }

  /// A number of the gamma distribution with a shape above 0 and scale 1.
  ///
  /// Marsaglia and Tsang, “A simple method for generating gamma variables” (2000); for shapes below 1
  /// with their factor u^(1/shape).
  public mutating func gamma(shape: Double) -> Double {
    guard shape >= 1 else {
      return gamma(atLeastOne: shape + 1) * Elementary.exp(Elementary.log(uniform()) / shape)
    }
    return gamma(atLeastOne: shape)
  }

  private mutating func gamma(atLeastOne shape: Double) -> Double {
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let root = 1 + c * x
      guard root > 0 else { continue }
      let v = root * root * root
      let u = uniform()
      let square = x * x
      if u < 1 - 0.0331 * square * square { return d * v }
      if Elementary.log(u) < 0.5 * square + d * (1 - v + Elementary.log(v)) { return d * v }
    }
  }
}

private struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
