internal import Diagnostics

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension Composer {
  /// Up to so many keys, comparing each with each beats hashing.
  private static let fewKeys = 16

  /// Checks the keys of a mapping whose keys and values stand in `pending` from `base` on: each
  /// must be a scalar, no merge key, and stand once.
  ///
  /// - Returns: The positions in `pending` of the keys that were refused, ascending.
  mutating func checkKeys(from base: Int) -> [Int] {
    var findings: [(position: Int, first: Int?)] = []
    let keys = (pending.count - base + 1) / 2
    var seen = keys > Self.fewKeys ? KeySet(capacity: keys) : nil
    for number in 0..<keys {
      let position = base + 2 * number
      let record = records[Int(pending[position])]
      guard record.shape.isScalar, !isMergeKey(record) else {
        findings.append((position, nil))
        continue
      }
      let first: Int? =
        if seen == nil {
          firstEqualKey(before: position, from: base)
        } else {
          withText(of: pending[position]) { text in
            seen?.insert(text, at: position) { isEqualKey(pending[$0], text) }
          }
        }
      if let first { findings.append((position, first)) }
    }
    for (position, first) in findings { reportKey(at: position, first: first) }
    return findings.map(\.position)
  }

  private func isMergeKey(_ record: Record) -> Bool {
    guard record.shape == .plain, record.count == 2, record.isVerbatim, record.tag == .none else {
      return false
    }
    let first = Int(record.first)
    return bytes[first] == UInt8(ascii: "<") && bytes[first + 1] == UInt8(ascii: "<")
  }

  private func firstEqualKey(before position: Int, from base: Int) -> Int? {
    let record = records[Int(pending[position])]
    for earlier in stride(from: base, to: position, by: 2) {
      let other = records[Int(pending[earlier])]
      guard other.count == record.count, other.shape.isScalar else { continue }
      let isEqual = withText(of: pending[position]) { isEqualKey(pending[earlier], $0) }
      if isEqual { return earlier }
    }
    return nil
  }

  private func isEqualKey(_ index: UInt32, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    withText(of: index) { other in
      guard other.count == text.count else { return false }
      guard let a = other.baseAddress, let b = text.baseAddress else { return true }
      return memcmp(a, b, text.count) == 0
    }
  }

  private mutating func reportKey(at position: Int, first: Int?) {
    let record = records[Int(pending[position])]
    let place = Place(file, record.range)
    if let first {
      let key = withText(of: pending[position]) { String(decoding: $0, as: UTF8.self).shortened }
      let note = Diagnostic.Note(
        .firstKey, at: Place(file, records[Int(pending[first])].range), ["key": .text(key)])
      report(Diagnostic(.duplicateKey, at: place, ["key": .text(key)], notes: [note]))
    } else if record.shape.isScalar {
      report(Diagnostic(.mergeKey, at: place))
    } else {
      report(Diagnostic(.nonScalarKey, at: place))
    }
  }
}

/// A hash set of key texts with open addressing; the hash is seeded anew in every process, so that
/// nobody can write a file whose keys all collide.
private struct KeySet {
  private var slots: [Int]
  private let mask: Int

  init(capacity: Int) {
    var size = 64
    while size < 2 * capacity { size *= 2 }
    slots = Array(repeating: -1, count: size)
    mask = size - 1
  }

  /// The position of an equal key inserted earlier; else keeps this one and returns `nil`.
  mutating func insert(
    _ text: UnsafeBufferPointer<UInt8>, at position: Int, isEqual: (_ position: Int) -> Bool
  ) -> Int? {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(text))
    var slot = hasher.finalize() & mask
    while slots[slot] >= 0 {
      if isEqual(slots[slot]) { return slots[slot] }
      slot = (slot + 1) & mask
    }
    slots[slot] = position
    return nil
  }
}
