/// Makes one line of plain text literal in Markdown.
enum MarkdownEscaping {
  /// Source: CommonMark 0.31.2, §2.4 (any ASCII punctuation may be escaped), §4–6 (what acts), and
  /// GitHub's dialect for `|` and `~`.
  ///
  /// - Parameter beginsLine: Whether the text begins a line, where more signs act and spaces at the
  ///   beginning would make it code.
  static func escape(_ text: String, beginsLine: Bool) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    let start = beginsLine ? scalars.firstIndex { $0 != " " } ?? scalars.count : 0
    let marker = beginsLine && start < scalars.count ? listMarker(scalars, from: start) : nil
    for (index, scalar) in scalars.enumerated() where index >= start {
      if acts(scalar) || index == marker
        || scalar == "_" && !isInsideWord(scalars, index)
        || scalar == "&" && isEntity(scalars, index)
      {
        result.append("\\")
      }
      result.append(scalar)
    }
    return String(result)
  }

  /// Signs that act wherever they stand.
  private static func acts(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\\", "`", "*", "[", "]", "<", ">", "|", "~", "$": true
    default: false
    }
  }

  /// The sign to escape where the line would begin a heading, a list, a rule or an underline.
  private static func listMarker(_ scalars: [Unicode.Scalar], from start: Int) -> Int? {
    switch scalars[start] {
    case "#", "+", "-", "=": return start
    case "0"..."9":
      guard let end = scalars[start...].firstIndex(where: { !("0"..."9").contains($0) }),
        scalars[end] == "." || scalars[end] == ")",
        end + 1 == scalars.count || scalars[end + 1] == " "
      else { return nil }
      return end
    default: return nil
    }
  }

  /// Whether a reference to a character begins here, such as `&lt;` or `&#60;`.
  private static func isEntity(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    let name = scalars[(index + 1)...].prefix { $0.isASCII && $0 != ";" && $0 != " " }
    return !name.isEmpty && name.endIndex < scalars.count && scalars[name.endIndex] == ";"
  }

  private static func isInsideWord(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    func isWord(_ index: Int) -> Bool {
      guard scalars.indices.contains(index) else { return false }
      return scalars[index].properties.isAlphabetic || ("0"..."9").contains(scalars[index])
    }
    return isWord(index - 1) && isWord(index + 1)
  }
}
