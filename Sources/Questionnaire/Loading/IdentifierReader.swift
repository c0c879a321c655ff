import Diagnostics
import YAML

extension Diagnostic.Code {
  static let invalidIdentifier = Self("questionnaire.invalid-id")
  static let reservedIdentifier = Self("questionnaire.reserved-id")
  static let duplicateIdentifier = Self("questionnaire.duplicate-id")
  static let duplicateIdentifierFirst = Self("questionnaire.duplicate-id.first")
  static let unknownReference = Self("questionnaire.unknown-reference")
  static let renamingKept = Self("questionnaire.renaming-kept")
  static let renamingTwice = Self("questionnaire.renaming-twice")
}

/// Identifiers of one kind, each with its place, to find repetitions and dangling references.
struct IdentifierTable {
  private(set) var names: [String] = []
  private var places: [String: (index: Int, place: Place)] = [:]

  func index(of name: String) -> Int? { places[name]?.index }
  func place(of name: String) -> Place? { places[name]?.place }

  /// Adds an identifier; reports one that is not well formed, reserved, or there already.
  ///
  /// - Returns: The identifier, or a placeholder that no file can contain, so that what follows
  ///   keeps its place in the list.
  mutating func add(
    _ scalar: Scalar?, _ reader: ModelReader, inExpressions: Bool = false, dashes: Bool = false
  ) -> String {
    guard let scalar else { return append("?\(names.count)", nil) }
    let name = scalar.text
    if !Self.isWellFormed(name, dashes: dashes) {
      reader.report(.invalidIdentifier, at: scalar.place, ["name": .text(name)])
      return append("?\(names.count)", nil)
    }
    if inExpressions, reservedNames.contains(name) {
      reader.report(.reservedIdentifier, at: scalar.place, ["name": .text(name)])
      return append("?\(names.count)", nil)
    }
    if let first = places[name] {
      reader.report(
        .duplicateIdentifier, at: scalar.place, ["name": .text(name)],
        notes: [Diagnostic.Note(.duplicateIdentifierFirst, at: first.place)])
      return append("?\(names.count)", nil)
    }
    return append(name, scalar.place)
  }

  private mutating func append(_ name: String, _ place: Place?) -> String {
    if let place { places[name] = (names.count, place) }
    names.append(name)
    return name
  }

  /// The place in the list of a name somebody refers to; reports one that is not there.
  func resolve(_ scalar: Scalar, _ what: String, _ reader: ModelReader) -> Int? {
    if let index = index(of: scalar.text) { return index }
    reader.reportUnknown(
      .unknownReference, scalar.text, at: scalar.place, among: names.filter { !$0.hasPrefix("?") },
      ["what": .phrase(what)])
    return nil
  }

  static func isWellFormed(_ name: String, dashes: Bool) -> Bool {
    guard let first = name.utf8.first, name.utf8.count <= 64 else { return false }
    guard (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return false }
    return name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
      case UInt8(ascii: "_"): !dashes
      case UInt8(ascii: "-"): dashes
      default: false
      }
    }
  }
}

/// Names that mean something else in expressions: variables of the rules and words of CEL.
private let reservedNames: Set<String> = [
  "this", "reporting_year", "points", "capacity", "total", "completeness", "confirmed", "review",
  "members_mean", "level", "check", "change", "previous", "score", "met", "capability",
  "true", "false", "null", "in", "as", "break", "const", "continue", "else", "for", "function",
  "if", "import", "let", "loop", "package", "namespace", "return", "var", "void", "while",
]

extension ModelReader {
  /// The names that something had in earlier versions.
  func names(_ list: [Node]) -> [Scalar] { list.compactMap { scalar($0) } }

  /// Reports an earlier name that is still in use, or that two claim.
  func reportKept(_ earlier: [Scalar], _ identifiers: IdentifierTable) {
    var seen: Set<String> = []
    for scalar in earlier {
      if identifiers.index(of: scalar.text) != nil {
        report(.renamingKept, at: scalar.place, ["name": .text(scalar.text)])
      } else if !seen.insert(scalar.text).inserted {
        report(.renamingTwice, at: scalar.place, ["name": .text(scalar.text)])
      }
    }
  }
}
