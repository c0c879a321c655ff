import DisplayWidth

/// Makes plain text literal in HTML: in the run of a page and between quotes.
enum HTMLEscaping {
  /// Control characters and direction marks are made visible, so that nothing is hidden either.
  static func escape(_ text: some StringProtocol) -> String {
    let visible = text.madeVisible
    guard visible.utf8.contains(where: acts) else { return visible }
    var result = ""
    result.reserveCapacity(visible.utf8.count + 16)
    for scalar in visible.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func acts(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      true
    default: false
    }
  }
}
