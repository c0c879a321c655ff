import Diagnostics
import TestKit
import Testing
import YAML

/// Generated scalars in every style; each decoded character is followed back into the file.
@Suite struct ProvenancePropertyTests {
  static let words = ["ąžuolas", "x", "narių", "šešių", "a-b", "😀", "(c)", "1", "_ū_"]

  /// A file `k: scalar`, and what is to be read back from pieces of it.
  static func file(_ style: Scalar.Style, _ random: inout SplitMix) -> String {
    let newline = Bool.random(using: &random) ? "\n" : "\r\n"
    let indentation = String(repeating: " ", count: .random(in: 1...4, using: &random))
    func word(_ random: inout SplitMix) -> String { words.randomElement(using: &random) ?? "x" }
    func blanks(_ range: ClosedRange<Int>, _ random: inout SplitMix) -> String {
      String(repeating: " ", count: .random(in: range, using: &random))
    }
    var text = ""
    switch style {
    case .plain, .singleQuoted, .doubleQuoted:
      text = word(&random)
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        switch Int.random(in: 0...5, using: &random) {
        case 0, 1: text += blanks(1...3, &random) + word(&random)
        case 2, 3:
          text += blanks(0...2, &random) + newline
          for _ in 0..<max(0, Int.random(in: -2...3, using: &random)) {
            text += blanks(0...5, &random) + newline
          }
          text += indentation + blanks(0...2, &random) + word(&random)
        default:
          if style == .singleQuoted { text += "''" }
          if style == .doubleQuoted {
            let escapes = ["\\u0105", "\\x41", "\\\"", "\\t", "\\U0001F600", "\\_", "\\L", "\\/"]
            text += escapes.randomElement(using: &random) ?? ""
            if Bool.random(using: &random) { text += " \\" + newline + indentation }
          }
          text += word(&random)
        }
      }
      if style == .singleQuoted { return "k: '" + text + "'" + newline }
      return style == .plain ? "k: " + text + newline : "k: \"" + text + "\"" + newline
    case .literal, .folded:
      text = "k: " + (style == .literal ? "|" : ">")
      text += ["", "-", "+"].randomElement(using: &random) ?? ""
      let isExplicit = Bool.random(using: &random)
      if isExplicit { text += "\(indentation.count)" }
      text += newline
      for line in 0..<Int.random(in: 1...8, using: &random) {
        if Int.random(in: 0...3, using: &random) == 0 {
          text += blanks(0...indentation.count, &random) + newline
        } else {
          let extra = line > 0 || isExplicit ? max(0, Int.random(in: -4...2, using: &random)) : 0
          text += indentation + String(repeating: " ", count: extra)
          text += word(&random) + blanks(0...2, &random) + word(&random) + newline
        }
      }
      return text
    }
  }

  @Test(arguments: [Scalar.Style.plain, .singleQuoted, .doubleQuoted, .literal, .folded])
  func everyCharacterPointsBack(_ style: Scalar.Style) throws {
    var random = SplitMix(seed: 20_261_123)
    var failures: [String] = []
    var followed = 0
    for _ in 0..<2_000 {
      let file = Self.file(style, &random)
      // A first line that is indented further than the rest is an error of the generator.
      guard let value = read(file).value?["k"]?.scalar, value.style == style else { continue }
      let bytes = Array(file.utf8)
      var offset = 0
      var last = value.place.range.lowerBound
      for scalar in value.text.unicodeScalars {
        let width = UTF8.width(scalar)
        let place = value.place(of: offset..<offset + width).range
        let source = String(decoding: bytes[place], as: UTF8.self)
        if place.lowerBound < last || !Self.decodes(source, to: scalar, style) {
          failures.append("\(file.debugDescription) \(offset) \(source.debugDescription)")
        }
        offset += width
        followed += 1
        last = place.upperBound
      }
      if let failure = Self.partThatDiffers(value, bytes, &random) { failures.append(failure) }
    }
    #expect(failures.prefix(5) == [])
    #expect(followed > 40_000)
  }

  /// Whether a piece of the file stands for one character, by rules written down once more.
  static func decodes(_ source: String, to scalar: Unicode.Scalar, _ style: Scalar.Style) -> Bool {
    let breaks = source.unicodeScalars.filter { $0 == "\n" }.count
    let isWhite = source.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
    switch scalar {
    case "\n": return source == "\n" || source == "\r\n"
    case " ": return source == " " || style != .literal && isWhite && breaks == 1
    case "'" where style == .singleQuoted: return source == "''"
    default:
      if source == String(scalar) { return true }
      return style == .doubleQuoted
        && read("\"" + source + "\"").value?.scalar?.text == String(scalar)
    }
  }

  /// Takes random parts of the text, reads what they point at once more, and compares.
  static func partThatDiffers(_ value: Scalar, _ bytes: [UInt8], _ random: inout SplitMix)
    -> String?
  {
    let text = value.text
    let scalars = text.unicodeScalars
    for _ in 0..<10 where !scalars.isEmpty {
      let bounds = [
        scalars.indices.randomElement(using: &random),
        scalars.indices.randomElement(using: &random),
      ]
      let sorted = bounds.compactMap { $0 }.sorted()
      guard let first = sorted.first, let last = sorted.last else { continue }
      // A row of line feeds can be read only as a whole.
      if scalars[first] == "\n" || scalars[last] == "\n" { continue }
      let part = String(text[first..<scalars.index(after: last)])
      let lower = text.utf8.distance(from: text.startIndex, to: first)
      let place = value.place(of: lower..<lower + part.utf8.count).range
      let source = String(decoding: bytes[place], as: UTF8.self)
      let quote: String
      switch value.style {
      case .plain, .singleQuoted: quote = "'"
      case .doubleQuoted: quote = "\""
      case .literal, .folded: continue
      }
      if read(quote + source + quote).value?.scalar?.text != part {
        return "\(part.debugDescription) \(source.debugDescription)"
      }
    }
    return nil
  }
}
