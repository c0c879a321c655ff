internal import Diagnostics

// How nodes come into the arena, and out of it again.

extension Composer {
  mutating func add(_ record: Record) -> UInt32? {
    guard records.count < limits.nodes else {
      let start = Int(record.start)
      fail(
        Diagnostic(
          .tooManyNodes, at: Place(file, character(at: start)), ["limit": .count(limits.nodes)]))
      return nil
    }
    records.append(record)
    expanded += 1
    return UInt32(records.count - 1)
  }

  mutating func attach(_ index: UInt32) {
    if frames.isEmpty { root = index } else { pending.append(index) }
  }

  /// Stands in (as null) for an alias that leads nowhere, so that keys and values stay in step.
  mutating func attachNothing(at range: Range<Int>) {
    var record = Record(
      start: UInt32(range.lowerBound), end: UInt32(range.upperBound), shape: .plain)
    record.first = UInt32(range.lowerBound)
    record.isVerbatim = true
    if let index = add(record) { attach(index) }
  }

  /// Calls `body` with the decoded text of a scalar.
  func withText<Result>(
    of index: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let record = records[Int(index)]
    let range = Int(record.first)..<Int(record.first) + Int(record.count)
    if record.isVerbatim { return body(UnsafeBufferPointer(rebasing: bytes[range])) }
    return decodedText.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }
}
