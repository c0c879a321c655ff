internal import Diagnostics

/// Checks that bytes are UTF-8 text that YAML allows, before a parser sees them.
///
/// Found are the first sequence that is no UTF-8, and forbidden characters, the first few of them:
/// a file full of control characters is no text at all.
struct CharacterCheck {
  /// The number of forbidden characters reported one by one.
  static let most = 10

  /// Where the text begins: behind a byte order mark, if there is one.
  private(set) var contentStart = 0
  private(set) var isASCII = true
  private(set) var diagnostics: [Diagnostic] = []

  /// - Complexity: O(size of the file).
  init(_ file: SourceFile) {
    let bytes = file.bytes
    if let encoding = Self.foreignEncoding(bytes.prefix(4)) {
      diagnostics = [
        Diagnostic(.notUTF8, at: Place(file, 0..<0), ["encoding": .text(encoding)])
      ]
      return
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { contentStart = 3 }
    bytes.withUnsafeBufferPointer { scan($0, in: file) }
  }

  /// The name of an encoding that shows in the first bytes and is not UTF-8.
  private static func foreignEncoding(_ start: ArraySlice<UInt8>) -> String? {
    let start = Array(start)
    if start == [0xFF, 0xFE, 0, 0] || start == [0, 0, 0xFE, 0xFF] { return "UTF-32" }
    if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    guard start.count == 4 else { return nil }
    switch start.map({ $0 == 0 }) {
    case [true, true, true, false], [false, true, true, true]: return "UTF-32"
    case [true, false, true, false], [false, true, false, true]: return "UTF-16"
    default: return nil
    }
  }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, in file: SourceFile) {
    var index = contentStart
    let count = bytes.count
    let raw = UnsafeRawBufferPointer(bytes)
    while index < count {
      // Eight printable ASCII characters at a time: most of most files.
      while index + 8 <= count,
        Self.isPrintableASCII(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      {
        index += 8
      }
      guard index < count else { return }
      let byte = bytes[index]
      if byte < 0x80 {
        if byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D || byte == 0x7F {
          forbid(UInt32(byte), file, index..<index + 1)
        }
        index += 1
        continue
      }
      isASCII = false
      guard let (scalar, width) = Self.decode(bytes, at: index) else {
        diagnostics.append(
          Diagnostic(
            .invalidUTF8, at: Place(file, index..<index + 1),
            ["byte": .text(Self.hexadecimal(UInt32(byte), digits: 2))]))
        return
      }
      switch scalar {
      case 0x80...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF:
        forbid(scalar, file, index..<index + width)
      default: break
      }
      if diagnostics.count >= Self.most { return }
      index += width
    }
  }

  private mutating func forbid(_ scalar: UInt32, _ file: SourceFile, _ range: Range<Int>) {
    guard diagnostics.count < Self.most else { return }
    // Line breaks in YAML 1.1, which libyaml reads, and text in YAML 1.2.
    let isBreak = scalar == 0x85 || scalar == 0x2028 || scalar == 0x2029
    diagnostics.append(
      Diagnostic(
        isBreak ? .ambiguousLineBreak : .forbiddenCharacter, at: Place(file, range),
        ["character": .text("U+" + Self.hexadecimal(scalar, digits: 4))]))
  }

  private static func isPrintableASCII(_ word: UInt64) -> Bool {
    let high: UInt64 = 0x8080_8080_8080_8080
    let belowSpace = word &- 0x2020_2020_2020_2020
    let delete = word &+ 0x0101_0101_0101_0101
    return (word | belowSpace | delete) & high == 0
  }

  /// The scalar at an offset and its width in bytes, or `nil` where the bytes are no UTF-8:
  /// too short, too long, a surrogate, or beyond U+10FFFF.
  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (scalar: UInt32, width: Int)? {
    func trailing(_ offset: Int) -> UInt32? {
      guard index + offset < bytes.count else { return nil }
      let byte = bytes[index + offset]
      return byte & 0xC0 == 0x80 ? UInt32(byte & 0x3F) : nil
    }
    let lead = UInt32(bytes[index])
    guard let second = trailing(1) else { return nil }
    switch lead {
    case 0xC2...0xDF: return ((lead & 0x1F) << 6 | second, 2)
    case 0xE0...0xEF:
      guard let third = trailing(2) else { return nil }
      let scalar = (lead & 0x0F) << 12 | second << 6 | third
      guard scalar >= 0x800, !(0xD800...0xDFFF).contains(scalar) else { return nil }
      return (scalar, 3)
    case 0xF0...0xF4:
      guard let third = trailing(2), let fourth = trailing(3) else { return nil }
      let scalar = (lead & 0x07) << 18 | second << 12 | third << 6 | fourth
      guard (0x10000...0x10FFFF).contains(scalar) else { return nil }
      return (scalar, 4)
    default: return nil
    }
  }

  private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
