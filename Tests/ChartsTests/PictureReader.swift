import Charts
import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Reads a picture as a program that knows nothing of how it was drawn, and measures its texts.
final class PictureReader: NSObject, XMLParserDelegate {
  struct Text: CustomStringConvertible {
    var content = ""
    var x = 0.0
    var baseline = 0.0
    var anchor = "start"
    var isBold = false
    var size = 0.0

    var width: Double { TextMeasure.width(of: content, size: size, isBold: isBold) }
    var left: Double {
      anchor == "start" ? x : anchor == "middle" ? x - width / 2 : x - width
    }
    var right: Double { left + width }
    var top: Double { baseline - TextMeasure.ascent * size }
    var bottom: Double { baseline + TextMeasure.descent * size }
    var description: String { "“\(content.prefix(40))” at \(x), \(baseline)" }

    func overlaps(_ other: Text) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  private(set) var texts: [Text] = []
  private(set) var elements: Set<String> = []
  private(set) var attributes: Set<String> = []
  private(set) var ids: [String] = []
  private(set) var title = ""
  private(set) var box = (left: 0.0, top: 0.0, right: 0.0, bottom: 0.0)
  private(set) var error: String?
  private var size = 0.0
  private var path: [String] = []

  init(_ picture: String) {
    super.init()
    let parser = XMLParser(data: Data(picture.utf8))
    parser.delegate = self
    if !parser.parse() { error = "\(String(describing: parser.parserError))" }
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
    qualifiedName: String?, attributes values: [String: String]
  ) {
    path.append(element)
    elements.insert(element)
    attributes.formUnion(values.keys)
    if let id = values["id"] { ids.append(id) }
    func number(_ name: String) -> Double { Double(values[name] ?? "") ?? .nan }
    if element == "svg" {
      let parts = (values["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
      if parts.count == 4 { box = (parts[0], parts[1], parts[0] + parts[2], parts[1] + parts[3]) }
      size = number("font-size")
    } else if element == "text" {
      texts.append(
        Text(
          x: number("x"), baseline: number("y"), anchor: values["text-anchor"] ?? "start",
          isBold: values["font-weight"] == "bold", size: size))
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if path.last == "text" { texts[texts.count - 1].content += string }
    if path.last == "title" { title += string }
  }

  func parser(
    _ parser: XMLParser, didEndElement element: String, namespaceURI: String?,
    qualifiedName: String?
  ) { path.removeLast() }

  /// Texts that stand partly outside the picture or on another text. A tenth of a unit, to which
  /// places are rounded, is no fault.
  var misplaced: [String] {
    let slack = 0.15
    var found = texts.filter {
      $0.left < box.left - slack || $0.top < box.top - slack || $0.right > box.right + slack
        || $0.bottom > box.bottom + slack
    }.map { "outside: \($0)" }
    let sorted = texts.sorted { $0.top < $1.top }
    for (index, text) in sorted.enumerated() {
      for other in sorted[(index + 1)...] {
        if other.top >= text.bottom { break }
        if other.overlaps(text),
          min(text.bottom - other.top, text.right - other.left, other.right - text.left) > slack
        {
          found.append("\(text) touches \(other)")
        }
      }
    }
    return found
  }
}
