/// Where each byte of a decoded scalar came from.
///
/// Made only when somebody asks, by reading the source of the scalar once more with libyaml's
/// rules for its style.
struct Provenance {
  /// A stretch of decoded text and what it was read from: copied byte by byte when both have the
  /// same size, else one piece (an escape, a folded line break).
  private struct Run {
    var decoded: Range<Int>
    var source: Range<Int>
    var isCopy: Bool { decoded.count == source.count }
  }

  private var runs: [Run] = []
  /// The number of decoded bytes accounted for.
  private(set) var count = 0

  /// `nil` when the source does not give the text, so that nobody points at the wrong bytes.
  init?(of record: Record, text: UnsafeBufferPointer<UInt8>, in bytes: [UInt8]) {
    switch record.shape {
    case .plain: readFlow(bytes, record.range, .plain)
    case .singleQuoted, .doubleQuoted:
      guard record.range.count >= 2 else { return nil }
      readFlow(bytes, record.range.lowerBound + 1..<record.range.upperBound - 1, record.shape)
    case .literal, .folded:
      readBlock(bytes, from: record.range.lowerBound, text, isFolded: record.shape == .folded)
    case .sequence, .mapping: return nil
    }
    guard count == text.count else { return nil }
  }

  /// The source of a range of decoded bytes; `nil` when the text is empty.
  ///
  /// - Complexity: O(log runs).
  func source(of range: Range<Int>) -> Range<Int>? {
    guard let last = runs.last else { return nil }
    if range.lowerBound >= count { return last.source.upperBound..<last.source.upperBound }
    let first = run(at: range.lowerBound)
    let start =
      first.source.lowerBound + (first.isCopy ? range.lowerBound - first.decoded.lowerBound : 0)
    guard !range.isEmpty else { return start..<start }
    let final = run(at: range.upperBound - 1)
    let end =
      final.isCopy
      ? final.source.lowerBound + range.upperBound - final.decoded.lowerBound
      : final.source.upperBound
    return start..<end
  }

  private func run(at decoded: Int) -> Run {
    var low = 0
    var high = runs.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if runs[middle].decoded.lowerBound <= decoded { low = middle } else { high = middle }
    }
    return runs[low]
  }

  /// Bytes that stand in the text as they stand in the file.
  mutating func copy(_ source: Range<Int>) {
    guard !source.isEmpty else { return }
    if let last = runs.last, last.isCopy, last.source.upperBound == source.lowerBound {
      runs[runs.count - 1].source = last.source.lowerBound..<source.upperBound
      runs[runs.count - 1].decoded = last.decoded.lowerBound..<count + source.count
    } else {
      runs.append(Run(decoded: count..<count + source.count, source: source))
    }
    count += source.count
  }

  /// So many decoded bytes that a stretch of the file gives as a whole.
  mutating func piece(_ size: Int, _ source: Range<Int>) {
    runs.append(Run(decoded: count..<count + size, source: source))
    count += size
  }
}

/// The line break at an offset: LF, CR or CRLF; `nil` where there is none.
func lineBreak(_ bytes: [UInt8], at index: Int) -> Range<Int>? {
  guard index < bytes.count, bytes[index].isLineBreak else { return nil }
  let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
  return index..<index + (isPair ? 2 : 1)
}
