#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A picture that travels inside the page.
enum Logo {
  enum Problem: Error {
    case tooLarge, otherKind
    /// An SVG that does something or takes something from elsewhere, and what shows it.
    case active(String)
  }

  /// In bytes.
  static let largest = 512 * 1024

  /// The address that carries the picture.
  static func address(of bytes: [UInt8]) throws(Problem) -> String {
    guard bytes.count <= largest else { throw .tooLarge }
    // The signature and the first chunk, IHDR. Source: PNG (third edition), 5.2 and 11.2.1.
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
      bytes.dropFirst(12).starts(with: Array("IHDR".utf8)), bytes.count > 33
    {
      return "data:image/png;base64," + Data(bytes).base64EncodedString()
    }
    guard let text = String(validating: bytes, as: UTF8.self), text.contains("<svg") else {
      throw .otherKind
    }
    if let found = whatActs(in: text.lowercased()) { throw .active(found) }
    return "data:image/svg+xml;base64," + Data(bytes).base64EncodedString()
  }

  /// What an SVG may not hold. Drawing takes none of it, so a word too many is refused rather than one
  /// too few.
  private static func whatActs(in text: String) -> String? {
    // Signs written in other ways could spell any of the words below.
    let words = ["@import", "javascript:", "http-equiv", "\\", "&#"]
    if let word = words.first(where: text.contains) { return word }
    for part in text.split(separator: "<").dropFirst(text.hasPrefix("<") ? 0 : 1) {
      let name = part.prefix { !$0.isWhitespace && $0 != "/" && $0 != ">" }
      // Any prefix may stand for SVG.
      let element = name.split(separator: ":").last ?? name
      if active.contains(String(element)) || element.hasPrefix("animate") { return "<" + element }
    }
    // Links into the drawing itself are how gradients and symbols are used.
    for (sign, fine) in [("href", ["#"]), ("url", ["#", "'#", "\"#"])] {
      for part in text.split(separator: sign, omittingEmptySubsequences: false).dropFirst() {
        var rest = part.drop { $0.isWhitespace }
        guard rest.first == (sign == "href" ? "=" : "(") else { continue }
        rest = rest.dropFirst().drop { $0.isWhitespace }
        if sign == "href" { rest = rest.dropFirst() }
        if !fine.contains(where: rest.hasPrefix) { return sign }
      }
    }
    return handler(in: text)
  }

  /// What acts, comes from elsewhere, or says how something else is to be read.
  private static let active: Set = [
    "script", "foreignobject", "iframe", "object", "embed", "image", "set", "!doctype", "!entity",
    "?xml-stylesheet",
  ]

  /// An attribute that says what happens at an event, such as `onload=`.
  private static func handler(in text: String) -> String? {
    for part in text.split(whereSeparator: {
      $0.isWhitespace || $0 == "/" || $0 == "\"" || $0 == "'"
    }) {
      guard part.hasPrefix("on") else { continue }
      let name = part.prefix { $0.isLetter }
      if part.dropFirst(name.count).first == "=" || part == name { return String(name) }
    }
    return nil
  }
}
