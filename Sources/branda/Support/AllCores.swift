import Dispatch

extension Array where Element: Sendable {
  /// What a function makes of each element, worked out on all cores; in the order of the elements.
  func mapOnAllCores<Result: Sendable>(
    _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    [Result](unsafeUninitializedCapacity: count) { results, made in
      guard let start = results.baseAddress else { return }
      // Safe: each place is written once, by one thread, before anybody reads it.
      nonisolated(unsafe) let first = start
      DispatchQueue.concurrentPerform(iterations: count) { place in
        (first + place).initialize(to: transform(self[place]))
      }
      made = count
    }
  }

  /// Does something with each element and its place, on all cores and in no certain order.
  func forEachOnAllCores(_ body: @Sendable (_ place: Int, _ element: Element) -> Void) {
    DispatchQueue.concurrentPerform(iterations: count) { place in body(place, self[place]) }
  }
}
