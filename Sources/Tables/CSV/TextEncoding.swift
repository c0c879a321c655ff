import Diagnostics

/// Tells files that are no UTF-8 from those that are, and what they seem to be.
enum TextEncoding {
  /// What is wrong with the bytes of a file before anything is read in them.
  static func problem(in file: SourceFile, _ limits: CSVLimits) -> Diagnostic? {
    let bytes = file.bytes
    if bytes.count > limits.bytes {
      return Diagnostic(
        .init("tables.too-large"), at: Place(file, 0..<0), ["count": .count(limits.bytes >> 20)])
    }
    if isUTF16(bytes) { return Diagnostic(.init("tables.utf-16"), at: Place(file, 0..<0)) }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      return Diagnostic(.init("tables.spreadsheet"), at: Place(file, 0..<0))
    }
    if let nul = bytes.firstIndex(of: 0) {
      return Diagnostic(.init("tables.nul"), at: Place(file, nul..<nul + 1))
    }
    guard let bad = firstInvalid(bytes) else { return nil }
    let isBaltic = bytes[bad...].allSatisfy { $0 < 0x80 || letters1257.contains($0) }
    return Diagnostic(
      .init("tables.not-utf-8"), at: Place(file, bad..<bad + 1),
      help: isBaltic ? "tables.not-utf-8.baltic" : nil)
  }

  /// The letters of Lithuanian, and the quotation marks and dashes, in Windows-1257.
  private static let letters1257: Set<UInt8> = [
    0xC0, 0xC1, 0xC6, 0xC8, 0xCB, 0xD0, 0xD8, 0xDB, 0xDE, 0xE0, 0xE1, 0xE6, 0xE8, 0xEB, 0xF0, 0xF8,
    0xFB, 0xFE, 0x84, 0x93, 0x94, 0x96, 0x97, 0xA0,
  ]

  private static func isUTF16(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
    // Without a mark: every other byte of the headings is a zero.
    let beginning = bytes.prefix(64)
    guard beginning.count >= 8 else { return false }
    let zeros = beginning.indices.filter { beginning[$0] == 0 }
    return zeros.count * 5 >= beginning.count * 2 && Set(zeros.map { $0 % 2 }).count == 1
  }

  /// The offset of the first byte that is no UTF-8.
  private static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var offset = 0
      while offset < bytes.count {
        if bytes[offset] < 0x80 {
          offset += 1
          continue
        }
        guard let length = sequenceLength(bytes, offset) else { return offset }
        offset += length
      }
      return nil
    }
  }

  /// How many bytes a character has that begins at an offset. Source: Unicode 16, table 3-7.
  private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int? {
    let (length, second): (Int, ClosedRange<UInt8>)
    switch bytes[offset] {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xE1...0xEC, 0xEE...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { return nil }
    for place in offset + 2..<max(offset + 2, offset + length) {
      guard (0x80...0xBF).contains(bytes[place]) else { return nil }
    }
    return length
  }
}
