/// Memory of a fixed size that stays where it is, for tables that many threads read and for what a
/// thread works on.
///
/// Unchecked, because whoever shares one writes to it before it is shared, or to a part of its own.
final class Memory<Element: BitwiseCopyable>: @unchecked Sendable {
  let start: UnsafeMutablePointer<Element>
  let count: Int

  init(repeating element: Element, count: Int) {
    self.count = count
    start = .allocate(capacity: max(1, count))
    start.initialize(repeating: element, count: max(1, count))
  }

  init(_ elements: [Element]) {
    count = elements.count
    start = .allocate(capacity: max(1, count))
    elements.withUnsafeBufferPointer { elements in
      if let first = elements.baseAddress { start.initialize(from: first, count: count) }
    }
  }

  deinit { start.deallocate() }
}
