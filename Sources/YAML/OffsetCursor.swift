/// Turns libyaml's positions, which count Unicode scalars, into byte offsets.
///
/// Events come in the order of the file, so walking from the last position to the next costs one
/// pass over the file in all, however its lines are ended.
struct OffsetCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let contentStart: Int
  private let isASCII: Bool
  private var scalar = 0
  private var offset: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, contentStart: Int, isASCII: Bool) {
    self.bytes = bytes
    self.contentStart = contentStart
    self.isASCII = isASCII
    offset = contentStart
  }

  /// The byte offset of a scalar counted from the beginning of the text; at most the end.
  mutating func offset(ofScalar target: Int) -> Int {
    if isASCII { return min(contentStart + target, bytes.count) }
    let raw = UnsafeRawBufferPointer(bytes)
    while scalar < target, offset < bytes.count {
      if target - scalar >= 8, offset + 8 <= bytes.count,
        raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        scalar += 8
        offset += 8
      } else {
        scalar += 1
        offset += width(bytes[offset])
      }
    }
    while scalar > target, offset > contentStart {
      repeat { offset -= 1 } while offset > contentStart && bytes[offset] & 0xC0 == 0x80
      scalar -= 1
    }
    return offset
  }

  private func width(_ lead: UInt8) -> Int {
    lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }
}
