import Diagnostics
import Numbers
import YAML

/// What all parts of the loader share: the findings so far and the languages declared.
///
/// Readers never stop at a mistake. Each returns what could be read, or a harmless value in its
/// place, and leaves a finding; the model is handed out only when no finding is an error.
final class ModelReader {
  var diagnostics: [Diagnostic] = []
  private var unknownNames = UnknownNames()
  /// In the order declared; the first is the reference language.
  var languages: [String] = []

  func report(
    _ code: Diagnostic.Code, _ severity: Diagnostic.Severity = .error, at place: Place?,
    _ arguments: [String: Diagnostic.Argument] = [:], help: String? = nil,
    notes: [Diagnostic.Note] = []
  ) {
    diagnostics.append(
      Diagnostic(code, severity, at: place, arguments, help: help, notes: notes))
  }

  /// Reports a name that means nothing, with the nearest known one where there is one.
  func reportUnknown(
    _ code: Diagnostic.Code, _ name: String, at place: Place,
    among known: some Collection<String>, _ arguments: [String: Diagnostic.Argument] = [:]
  ) {
    diagnostics.append(unknownNames.finding(code, name, at: place, among: known, arguments))
  }
}

extension Diagnostic.Code {
  static let missingKey = Self("questionnaire.missing-key")
  static let unknownKey = Self("questionnaire.unknown-key")
  static let wrongShape = Self("questionnaire.wrong-shape")
  static let invalidNumber = Self("questionnaire.invalid-number")
  static let invalidOption = Self("questionnaire.invalid-option")
}

/// One mapping of the model file, read key by key.
///
/// `finish` reports the keys nobody asked for, so an unknown key is never skipped.
struct MappingReader {
  let node: Node
  let reader: ModelReader
  private var asked: [String] = []

  /// Reports and returns `nil` when the node is no mapping.
  init?(_ node: Node, _ reader: ModelReader) {
    guard node.kind == .mapping else {
      reader.report(.wrongShape, at: node.place, ["expected": .phrase("shape.mapping")])
      return nil
    }
    self.node = node
    self.reader = reader
  }

  /// The value of a key, if the key is there.
  mutating func node(_ key: String) -> Node? {
    asked.append(key)
    return node[key]
  }

  /// The value of a key that has to be there.
  mutating func required(_ key: String) -> Node? {
    let value = node(key)
    if value == nil { reader.report(.missingKey, at: head, ["key": .text(key)]) }
    return value
  }

  /// The scalar of a key; reports a value that is none.
  mutating func scalar(_ key: String) -> Scalar? {
    node(key).flatMap { reader.scalar($0) }
  }

  mutating func requiredScalar(_ key: String) -> Scalar? {
    required(key).flatMap { reader.scalar($0) }
  }

  mutating func text(_ key: String) -> LocalizedText? {
    node(key).flatMap { reader.localizedText($0) }
  }

  mutating func requiredText(_ key: String) -> LocalizedText {
    required(key).flatMap { reader.localizedText($0) } ?? LocalizedText([])
  }

  mutating func number(_ key: String) -> DecimalNumber? {
    node(key).flatMap { reader.decimal($0) }
  }

  mutating func integer(_ key: String) -> Int? {
    node(key).flatMap { reader.integer($0) }
  }

  mutating func bool(_ key: String) -> Bool? {
    guard let scalar = scalar(key) else { return nil }
    if case .bool(let value) = scalar.content { return value }
    reader.report(.wrongShape, at: scalar.place, ["expected": .phrase("shape.bool")])
    return nil
  }

  /// One of the words an enumeration knows.
  mutating func option<Option: RawRepresentable & CaseIterable>(
    _ key: String, _ type: Option.Type = Option.self
  ) -> Option? where Option.RawValue == String {
    scalar(key).flatMap { reader.option($0) }
  }

  /// The elements of a list; reports a value that is none.
  mutating func list(_ key: String) -> [Node] {
    node(key).map { reader.list($0) } ?? []
  }

  /// The place to show when something is missing: the mapping's first key, not its whole extent.
  var head: Place { node.entries.first?.key.place ?? node.place }

  /// Reports the keys that were not asked for.
  func finish() {
    for entry in node.entries {
      guard let key = entry.key.scalar else { continue }
      if !asked.contains(key.text) {
        reader.reportUnknown(.unknownKey, key.text, at: key.place, among: asked)
      }
    }
  }
}

extension ModelReader {
  func scalar(_ node: Node) -> Scalar? {
    if let scalar = node.scalar { return scalar }
    report(.wrongShape, at: node.place, ["expected": .phrase("shape.scalar")])
    return nil
  }

  func list(_ node: Node) -> [Node] {
    if node.kind == .sequence { return Array(node.elements) }
    report(.wrongShape, at: node.place, ["expected": .phrase("shape.list")])
    return []
  }

  func decimal(_ node: Node) -> DecimalNumber? {
    guard let scalar = scalar(node) else { return nil }
    switch scalar.content {
    case .integer, .decimal:
      if let number = DecimalNumber(text: scalar.text) { return number }
    default: break
    }
    report(.invalidNumber, at: scalar.place, ["value": .text(scalar.text)])
    return nil
  }

  func rational(_ node: Node) -> Rational? {
    decimal(node).map { Rational($0) }
  }

  func integer(_ node: Node) -> Int? {
    guard let scalar = scalar(node) else { return nil }
    if case .integer(let value) = scalar.content, let integer = Int(exactly: value) {
      return integer
    }
    report(
      .invalidNumber, at: scalar.place, ["value": .text(scalar.text)],
      help: "questionnaire.invalid-number.whole")
    return nil
  }

  func option<Option: RawRepresentable & CaseIterable>(_ scalar: Scalar) -> Option?
  where Option.RawValue == String {
    if let option = Option(rawValue: scalar.text) { return option }
    reportUnknown(
      .invalidOption, scalar.text, at: scalar.place, among: Option.allCases.map(\.rawValue))
    return nil
  }
}
