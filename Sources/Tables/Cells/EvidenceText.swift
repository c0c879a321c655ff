import Interview
import Numbers

/// Proofs in a cell: one a line, its last day in brackets at the end of the line.
enum EvidenceText {
  /// The text; `nil` for proofs that would be read otherwise than they are, such as one of several
  /// lines.
  static func text(_ evidence: [Evidence]) -> String? {
    let lines = evidence.map { proof in
      proof.text + (proof.validUntil.map { " [\($0)]" } ?? "")
    }
    let text = lines.joined(separator: "\n")
    return read(text) == evidence ? text : nil
  }

  static func read(_ text: String) -> [Evidence] {
    text.split(separator: "\n").compactMap { line in
      let line = line.trimmed
      guard !line.isEmpty else { return nil }
      guard line.hasSuffix("]"), let bracket = line.lastIndex(of: "["),
        let day = Day(text: line[line.index(after: bracket)...].dropLast()),
        case let text = line[..<bracket].trimmed, !text.isEmpty
      else { return Evidence(text: String(line)) }
      return Evidence(text: String(text), validUntil: day)
    }
  }
}
