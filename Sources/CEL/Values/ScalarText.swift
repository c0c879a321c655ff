internal import Diagnostics

/// A text as bytes of UTF-8 whose places are counted in code points.
struct ScalarText {
  let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }

  /// The number of code points.
  private func count(before offset: Int) -> Int {
    var count = 0
    for byte in bytes[..<offset] where !byte.continuesScalar { count += 1 }
    return count
  }

  /// The offset of a code point, or that of the end for the place after the last one.
  func offset(ofScalar place: Int) throws(Failure) -> Int {
    var left = place
    if left >= 0 {
      for (offset, byte) in bytes.enumerated() where !byte.continuesScalar {
        if left == 0 { return offset }
        left -= 1
      }
      if left == 0 { return bytes.count }
    }
    throw Failure(
      .textIndex, ["index": .text(String(place)), "count": .count(count(before: bytes.count))])
  }

  /// The place of an offset; -1 of none.
  func place(ofOffset offset: Int?) -> Int64 {
    offset.map { Int64(count(before: $0)) } ?? -1
  }

  /// Where the code point that begins at an offset ends.
  func end(ofScalarAt offset: Int) -> Int {
    guard offset < bytes.count else { return bytes.count }
    return bytes[(offset + 1)...].firstIndex { !$0.continuesScalar } ?? bytes.count
  }

  /// A part; its ends stand between code points.
  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
