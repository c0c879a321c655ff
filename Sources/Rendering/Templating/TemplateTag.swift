import Diagnostics

/// A tag of a template: what stands between `{{` and `}}`.
struct TemplateTag {
  enum Kind {
    case variable, section, inverted, end, partial, comment
  }

  var kind: Kind
  /// What the tag names; empty for a comment.
  var name: String
  /// The whole tag, in bytes of the file.
  var range: Range<Int>

  /// Words about the place in a list, which are no names of the context.
  static let positions: Set<String> = ["first()", "last()", "even()", "odd()", "index()"]
}

/// Finds the tags of a template.
///
/// Of the language of Mustache it takes what a page needs: variables, sections, inverted sections,
/// partials by name, comments. The rest (other delimiters, inheritance, partials named by values,
/// pragmas) is refused, so that what a template can do can be told from its text.
struct TemplateScanner {
  let file: SourceFile
  private(set) var tags: [TemplateTag] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ file: SourceFile) {
    self.file = file
    scan()
  }

  private mutating func scan() {
    let bytes = file.bytes
    var index = 0
    while let start = Self.find("{{", in: bytes, from: index) {
      let isTriple = start + 2 < bytes.count && bytes[start + 2] == UInt8(ascii: "{")
      let inner = start + (isTriple ? 3 : 2)
      guard let close = Self.find(isTriple ? "}}}" : "}}", in: bytes, from: inner) else {
        report(.unclosedTag, start..<min(start + 2, bytes.count))
        return
      }
      index = close + (isTriple ? 3 : 2)
      read(inner..<close, of: start..<index, isTriple: isTriple)
    }
  }

  private mutating func read(_ inner: Range<Int>, of range: Range<Int>, isTriple: Bool) {
    let text = file.text(inner)
    guard let sign = text.first else { return report(.noName, range) }
    let kind: TemplateTag.Kind
    switch sign {
    case _ where isTriple: kind = .variable
    case "#": kind = .section
    case "^": kind = .inverted
    case "/": kind = .end
    case ">": kind = .partial
    case "&": kind = .variable
    case "!":
      tags.append(TemplateTag(kind: .comment, name: "", range: range))
      return
    case "=", "<", "$", "%":
      return report(.unsupportedTag, range, ["tag": .text("{{" + String(sign))])
    default: kind = .variable
    }
    let hasSign = kind != .variable || sign == "&" && !isTriple
    let name = Self.trimmed(hasSign ? text.dropFirst() : text[...])
    guard !name.isEmpty else { return report(.noName, range) }
    if kind == .partial, name.hasPrefix("*") {
      return report(.unsupportedTag, range, ["tag": .text("{{>*")])
    }
    let isPosition = kind != .partial && TemplateTag.positions.contains(name)
    guard isPosition || name == "." && kind == .variable || Self.isPath(name) else {
      return report(.badName, range, ["name": .text(name)])
    }
    tags.append(TemplateTag(kind: kind, name: name, range: range))
  }

  private mutating func report(
    _ code: Diagnostic.Code, _ range: Range<Int>, _ arguments: [String: Diagnostic.Argument] = [:]
  ) {
    diagnostics.append(Diagnostic(code, at: Place(file, range), arguments))
  }

  /// Names joined by dots, of ASCII letters, digits, dashes and underscores.
  private static func isPath(_ name: String) -> Bool {
    name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty
        && part.utf8.allSatisfy { byte in
          switch byte {
          case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
          default: false
          }
        }
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  private static func find(_ text: StaticString, in bytes: [UInt8], from start: Int) -> Int? {
    text.withUTF8Buffer { text in
      guard start + text.count <= bytes.count else { return nil }
      return (start...bytes.count - text.count).first { index in
        text.indices.allSatisfy { bytes[index + $0] == text[$0] }
      }
    }
  }
}
