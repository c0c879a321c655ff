package import Diagnostics
package import YAML

/// One mapping of an answers file, read key by key; `finish` reports the keys nobody asked for.
package struct MappingReader {
  package let node: Node
  let findings: Findings
  private var asked: [String] = []

  /// Reports and returns `nil` when the node is no mapping.
  package init?(_ node: Node, _ findings: Findings) {
    guard node.kind == .mapping else {
      findings.report(
        "assessment.wrong-shape", at: node.place, ["expected": .phrase("shape.mapping")])
      return nil
    }
    self.node = node
    self.findings = findings
  }

  /// Where to point when something is missing in the mapping: its first key.
  package var head: Place { node.entries.first?.key.place ?? node.place }

  package mutating func node(_ key: String) -> Node? {
    asked.append(key)
    return node[key]
  }

  /// The scalar at a key; reports a list or a mapping in its place.
  package mutating func scalar(_ key: String) -> Scalar? {
    guard let node = node(key) else { return nil }
    guard let scalar = node.scalar else {
      findings.report(
        "assessment.wrong-shape", at: node.place, ["expected": .phrase("shape.scalar")])
      return nil
    }
    return scalar
  }

  /// A text that a person wrote; `nil` also where it is empty.
  package mutating func text(_ key: String) -> Scalar? {
    scalar(key).flatMap { $0.text.isEmpty ? nil : $0 }
  }

  package mutating func required(_ key: String) -> Scalar? {
    guard node[key] != nil else {
      asked.append(key)
      reportMissing(key)
      return nil
    }
    return scalar(key)
  }

  package func reportMissing(_ key: String) {
    findings.report("assessment.missing-key", at: head, ["key": .text(key)])
  }

  /// The elements of a list at a key; reports anything else in its place.
  package mutating func list(_ key: String) -> [Node] {
    guard let node = node(key) else { return [] }
    guard node.kind == .sequence else {
      findings.report("assessment.wrong-shape", at: node.place, ["expected": .phrase("shape.list")])
      return []
    }
    return Array(node.elements)
  }

  /// Reports every key that was never asked for.
  package func finish() {
    for (key, _) in node.entries {
      guard let scalar = key.scalar, !asked.contains(scalar.text) else { continue }
      findings.reportUnknown(
        "assessment.unknown-key", scalar.text, at: scalar.place, among: asked)
    }
  }
}
