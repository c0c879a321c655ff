/// A text that diagnostics can point into: a file's name and its bytes.
///
/// Offsets are in bytes of UTF-8, counted from 0; lines and columns are counted from 1, columns in
/// characters as a person counts them.
public final class SourceFile: Sendable {
  /// The name to show: a path as the user gave it, or a label such as `<expression>`.
  public let name: String
  /// The whole text, as it was read; not necessarily valid UTF-8.
  public let bytes: [UInt8]
  /// The byte offset at which each line starts; never empty.
  public let lineStarts: [Int]

  /// Keeps the bytes and finds the lines (ended by LF, CR or CRLF).
  ///
  /// - Complexity: O(*n*).
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    var starts = [0]
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        guard byte == 0x0A || byte == 0x0D else { continue }
        if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
        starts.append(index)
      }
    }
    lineStarts = starts
  }

  /// Keeps a text that is not in a file.
  public convenience init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The line and column of a byte offset; an offset past the end is taken as the end.
  ///
  /// - Complexity: O(log lines + length of the line).
  public func position(at offset: Int) -> Position {
    let offset = min(max(offset, 0), bytes.count)
    var low = 0
    var high = lineStarts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let before = String(decoding: bytes[lineStarts[low]..<offset], as: UTF8.self)
    return Position(line: low + 1, column: before.count + 1)
  }

  /// The byte range of a line (counted from 1) without its line break; empty when there is none.
  public func lineRange(_ line: Int) -> Range<Int> {
    guard line >= 1, line <= lineStarts.count else { return bytes.count..<bytes.count }
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// The text of a byte range; bytes that are no UTF-8 become U+FFFD.
  public func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}

/// A line and a column, both counted from 1, the column in characters.
public struct Position: Sendable, Hashable, Comparable {
  /// The line, from 1.
  public var line: Int
  /// The column, from 1, in characters, however wide they are shown.
  public var column: Int

  /// A position by line and column, both from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Reading order: by line, then by column.
  public static func < (a: Position, b: Position) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}

/// A stretch of a source file, in bytes.
public struct Place: Sendable, Hashable {
  /// The file that `range` counts in; places are equal only within the very same file object.
  public var file: SourceFile
  /// Offsets in the bytes of the file, from 0.
  public var range: Range<Int>

  /// A stretch of a file, by byte offsets from 0.
  public init(_ file: SourceFile, _ range: Range<Int>) {
    self.file = file
    self.range = range
  }

  /// Where the stretch begins.
  public var start: Position { file.position(at: range.lowerBound) }
  /// Where the stretch ends (the place after its last character).
  public var end: Position { file.position(at: range.upperBound) }

  /// The same bytes of the same file object; two readings of one file differ.
  public static func == (a: Place, b: Place) -> Bool {
    a.file === b.file && a.range == b.range
  }

  /// Hashes which file object it is, not the file's bytes.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(file))
    hasher.combine(range)
  }
}
