import Diagnostics
import YAML

/// The findings of one file, gathered on the way through it.
final class Findings {
  private(set) var list: [Diagnostic] = []

  var hasErrors: Bool { list.contains { $0.severity == .error } }

  func add(_ findings: [Diagnostic]) { list += findings }

  func report(
    _ code: String, _ severity: Diagnostic.Severity = .error, at place: Place?,
    _ arguments: [String: Diagnostic.Argument] = [:], help: String? = nil,
    notes: [Diagnostic.Note] = []
  ) {
    list.append(Diagnostic(.init(code), severity, at: place, arguments, help: help, notes: notes))
  }

  /// Reports a name that means nothing, with the nearest known one where there is one.
  func reportUnknown(
    _ code: String, _ name: String, at place: Place, among known: some Collection<String>,
    _ arguments: [String: Diagnostic.Argument] = [:]
  ) {
    var arguments = arguments
    arguments["name"] = .text(name)
    if let near = suggestion(for: name, among: known) {
      arguments["suggestion"] = .text(near)
      report(code, at: place, arguments, help: "common.did-you-mean")
    } else {
      // A long list of names helps nobody; the first dozen shows what kind of thing is meant.
      let shown = known.prefix(12)
      arguments["known"] = .list(Array(shown) + (known.count > shown.count ? ["…"] : []))
      report(code, at: place, arguments)
    }
  }
}

/// One mapping of an answers file, read key by key; `finish` reports the keys nobody asked for.
struct MappingReader {
  let node: Node
  let findings: Findings
  private var asked: [String] = []

  /// Reports and returns `nil` when the node is no mapping.
  init?(_ node: Node, _ findings: Findings) {
    guard node.kind == .mapping else {
      findings.report(
        "assessment.wrong-shape", at: node.place, ["expected": .phrase("shape.mapping")])
      return nil
    }
    self.node = node
    self.findings = findings
  }

  /// Where to point when something is missing in the mapping: its first key.
  var head: Place { node.entries.first?.key.place ?? node.place }

  mutating func node(_ key: String) -> Node? {
    asked.append(key)
    return node[key]
  }

  /// The scalar at a key; reports a list or a mapping in its place.
  mutating func scalar(_ key: String) -> Scalar? {
    guard let node = node(key) else { return nil }
    guard let scalar = node.scalar else {
      findings.report(
        "assessment.wrong-shape", at: node.place, ["expected": .phrase("shape.scalar")])
      return nil
    }
    return scalar
  }

  /// A text that a person wrote; `nil` also where it is empty.
  mutating func text(_ key: String) -> Scalar? {
    scalar(key).flatMap { $0.text.isEmpty ? nil : $0 }
  }

  mutating func required(_ key: String) -> Scalar? {
    guard node[key] != nil else {
      asked.append(key)
      reportMissing(key)
      return nil
    }
    return scalar(key)
  }

  func reportMissing(_ key: String) {
    findings.report("assessment.missing-key", at: head, ["key": .text(key)])
  }

  /// The elements of a list at a key; reports anything else in its place.
  mutating func list(_ key: String) -> [Node] {
    guard let node = node(key) else { return [] }
    guard node.kind == .sequence else {
      findings.report("assessment.wrong-shape", at: node.place, ["expected": .phrase("shape.list")])
      return []
    }
    return Array(node.elements)
  }

  /// Reports every key that was never asked for.
  func finish() {
    for (key, _) in node.entries {
      guard let scalar = key.scalar, !asked.contains(scalar.text) else { continue }
      findings.reportUnknown(
        "assessment.unknown-key", scalar.text, at: scalar.place, among: asked)
    }
  }
}
