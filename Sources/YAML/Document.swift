internal import Diagnostics

/// The arena that the nodes of one file live in.
///
/// A node is a record of twenty bytes; a collection's children stand in a row in `children`
/// (for a mapping key, value, key, value…); text that the file shows as it is stays in the file.
final class Document: Sendable {
  let file: SourceFile
  let records: ContiguousArray<Record>
  let children: ContiguousArray<UInt32>
  let decodedText: ContiguousArray<UInt8>

  init(
    file: SourceFile, records: ContiguousArray<Record>, children: ContiguousArray<UInt32>,
    decodedText: ContiguousArray<UInt8>
  ) {
    self.file = file
    self.records = records
    self.children = children
    self.decodedText = decodedText
  }

  /// Calls `body` with the decoded text of a scalar.
  func withText<Result>(
    of record: Record, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let range = Int(record.first)..<Int(record.first) + Int(record.count)
    if record.isVerbatim {
      return file.bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
    }
    return decodedText.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[range]))
    }
  }
}

/// One node of the arena.
struct Record {
  enum Shape: UInt8 {
    case plain
    case singleQuoted
    case doubleQuoted
    case literal
    case folded
    case sequence
    case mapping

    var isScalar: Bool { rawValue <= Self.folded.rawValue }
  }

  /// The bytes of the node in the file.
  var start: UInt32
  var end: UInt32
  /// For a collection its stretch of `children`; for a scalar the bytes of its text, in the file
  /// when `isVerbatim`, else in `decodedText`.
  var first: UInt32 = 0
  var count: UInt32 = 0
  var shape: Shape
  var tag: CoreTag = .none
  var isVerbatim = false

  var range: Range<Int> { Int(start)..<Int(end) }
}

/// What a node's tag says about its content.
enum CoreTag: UInt8 {
  case none
  /// `!`: not to be interpreted.
  case verbatim
  case string
  case integer
  case decimal
  case boolean
  case null
  case sequence
  case mapping

  private static let prefix = "tag:yaml.org,2002:"

  /// Reads a resolved tag; `nil` for one that the core schema does not know.
  init?(_ tag: String) {
    guard tag.hasPrefix(Self.prefix) else {
      guard tag == "!" || tag.isEmpty else { return nil }
      self = .verbatim
      return
    }
    switch tag.dropFirst(Self.prefix.count) {
    case "str": self = .string
    case "int": self = .integer
    case "float": self = .decimal
    case "bool": self = .boolean
    case "null": self = .null
    case "seq": self = .sequence
    case "map": self = .mapping
    default: return nil
    }
  }

  /// Whether the tag may stand at a node of this shape; scalars are checked by their text.
  func fits(_ shape: Record.Shape) -> Bool {
    switch self {
    case .none, .verbatim: true
    case .sequence: shape == .sequence
    case .mapping: shape == .mapping
    case .string, .integer, .decimal, .boolean, .null: shape.isScalar
    }
  }
}
