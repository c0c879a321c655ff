import Diagnostics
import YAML

extension Node {
  /// The tree on one line: numbers and words bare, texts in quotes, collections in brackets.
  var dump: String {
    switch kind {
    case .scalar: return scalar?.dump ?? "?"
    case .sequence: return "[" + elements.map(\.dump).joined(separator: ", ") + "]"
    case .mapping:
      return "{" + entries.map { "\($0.key.dump): \($0.value.dump)" }.joined(separator: ", ") + "}"
    }
  }
}

extension Scalar {
  var dump: String {
    switch content {
    case .null: return "null"
    case .bool(let value): return "\(value)"
    case .integer(let value): return "\(value)"
    case .decimal(let text): return "decimal(\(text))"
    case .infinity(let negative): return negative ? "-inf" : "inf"
    case .nan: return "nan"
    case .string(let text):
      let shown = text.unicodeScalars.map { scalar in
        switch scalar {
        case "\n": return "\\n"
        case "\t": return "\\t"
        case "\"": return "\\\""
        case "\\": return "\\\\"
        default: return String(scalar)
        }
      }
      return "\"" + shown.joined() + "\""
    }
  }
}

/// Reads a text as the file `test.yaml`.
func read(_ text: String, limits: YAMLLimits = .standard) -> Checked<Node?> {
  YAML.parse(SourceFile(name: "test.yaml", text: text), limits: limits)
}

func read(_ bytes: [UInt8], limits: YAMLLimits = .standard) -> Checked<Node?> {
  YAML.parse(SourceFile(name: "test.yaml", bytes: bytes), limits: limits)
}

extension Checked {
  /// The codes of the findings, without the name of the room.
  var codes: [String] { diagnostics.map { String($0.code.rawValue.dropFirst("yaml.".count)) } }
}
