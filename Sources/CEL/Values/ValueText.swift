/// Values as they would be written in an expression, cut where they grow long.
extension Value: CustomStringConvertible {
  private static let longestText = 200

  /// The value as an expression would write it.
  public var description: String {
    var text = ""
    write(to: &text, depth: 0)
    return text
  }

  private func write(to text: inout String, depth: Int) {
    guard text.utf8.count < Self.longestText, depth < 8 else {
      text += "…"
      return
    }
    switch self {
    case .null: text += "null"
    case .bool(let bool): text += bool ? "true" : "false"
    case .int(let int): text += String(int)
    case .uint(let uint): text += "\(uint)u"
    case .double(let double): text += double.description
    case .string(let string): text += Self.quoted(string)
    case .bytes(let bytes):
      text += "b" + Self.quoted(String(decoding: bytes.prefix(Self.longestText), as: UTF8.self))
    case .list(let elements):
      text += "["
      for (position, element) in elements.enumerated() {
        if position > 0 { text += ", " }
        guard text.utf8.count < Self.longestText else { break }
        element.write(to: &text, depth: depth + 1)
      }
      text += "]"
    case .map(let map):
      text += "{"
      for (position, entry) in map.entries.enumerated() {
        if position > 0 { text += ", " }
        guard text.utf8.count < Self.longestText else { break }
        entry.key.write(to: &text, depth: depth + 1)
        text += ": "
        entry.value.write(to: &text, depth: depth + 1)
      }
      text += "}"
    case .timestamp(let timestamp): text += "timestamp('\(timestamp)')"
    case .duration(let duration): text += "duration('\(duration)')"
    case .type(let type): text += type.name
    case .optional(nil): text += "optional.none()"
    case .optional(let value?):
      text += "optional.of("
      value.write(to: &text, depth: depth + 1)
      text += ")"
    case .unknown: text += "unknown"
    case .error: text += "error"
    }
  }

  private static func quoted(_ string: String) -> String {
    var text = "'"
    for scalar in string.unicodeScalars {
      guard text.utf8.count < longestText else { return text + "…'" }
      switch scalar {
      case "'": text += "\\'"
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "'"
  }
}
