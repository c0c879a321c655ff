import DisplayWidth

extension StringProtocol {
  /// The text as it is compared with others: without case, marks of letters, differences between
  /// kinds of quotes, dashes and spaces, and spaces around it.
  var folded: String {
    var result = ""
    var spaceIsDue = false
    for scalar in withoutMarks.unicodeScalars {
      if scalar.properties.isWhitespace || scalar == "\u{200B}" || scalar == "\u{FEFF}" {
        spaceIsDue = !result.isEmpty
        continue
      }
      if spaceIsDue { result += " " }
      spaceIsDue = false
      result.unicodeScalars.append(Self.plain(scalar))
    }
    return result
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "„", "“", "”", "«", "»", "″": "\""
    case "’", "‘", "‚", "ʼ": "'"
    case "–", "—", "−", "‑", "‐": "-"
    case "…": "."
    default: scalar
    }
  }

  /// The text without spaces of any kind around it.
  var trimmed: SubSequence {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    return rest
  }
}
