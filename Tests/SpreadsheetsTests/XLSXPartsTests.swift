import Documents
import Foundation
import Language
import Spreadsheets
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The file taken apart: whatever a cluster is called and answers, every part of it is well-formed, texts
/// stay texts, and what names a sheet names the one that is there.
@Suite struct XLSXPartsTests {
  @Test(arguments: XLSXRendererTests.hostile) func partsAreSound(text: String) throws {
    let workbook = XLSXRendererTests.workbook(text)
    let parts = try XLSXParts(try XLSXRenderer().bytes(workbook))
    #expect(parts.malformed == [])
    let sheets = workbook.sheets.map(\.name)
    #expect(parts["xl/workbook.xml"].attributes("sheet", "name") == sheets)
    // The formulas are those of the workbook, however a text begins.
    #expect(parts["xl/worksheets/sheet1.xml"].texts("f") == ["SUM(B2:B3)", "\"\""])
    #expect(parts["xl/worksheets/sheet2.xml"].texts("f") == [])
    let types = Set(parts["xl/worksheets/sheet1.xml"].attributes("c", "t"))
    #expect(types.isSubset(of: ["s", "str", ""]))
    // Charts, filters and heads on paper name a sheet; links lead to one.
    let named = parts.all("c:f") + parts["xl/workbook.xml"].texts("definedName")
    // Three charts with three references each, the filter, the heads.
    #expect(named.count == 11)
    #expect(Set(named.map(XLSXParts.sheetNamed)) == [sheets[0]])
    let links = parts["xl/worksheets/sheet2.xml"].attributes("hyperlink", "location")
    #expect(links.map(XLSXParts.sheetNamed) == [sheets[0]])
  }

  /// What readers find in a cell: the text that was put there.
  @Test(arguments: [
    "=1+1", "+1", "-1", "@SUM(A1)", "a'b", "<b>&amp;</b>", "]]>", "😀👩‍👩‍👧‍👦", " ends with room ",
    "=HYPERLINK(\"http://example.org\")", "https://example.org/?q=\"", "two\nlines",
  ]) func textsStay(text: String) throws {
    let parts = try XLSXParts(try XLSXRenderer().bytes(XLSXRendererTests.workbook(text)))
    #expect(parts["xl/sharedStrings.xml"].texts("t").contains(text))
  }
}

/// The parts of a file of Office Open XML, read by the system's parser.
private struct XLSXParts {
  private let parts: [String: XMLPart]

  /// Unpacks the file.
  init(_ bytes: [UInt8]) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "branda-parts-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "book.zip")
    try Data(bytes).write(to: file)
    let unpacking = Process()
    unpacking.executableURL = URL(filePath: "/usr/bin/unzip")
    unpacking.arguments = ["-q", file.path(), "-d", folder.path()]
    try unpacking.run()
    unpacking.waitUntilExit()
    try #require(unpacking.terminationStatus == 0)
    try FileManager.default.removeItem(at: file)
    var parts: [String: XMLPart] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path())
    where path.hasSuffix(".xml") || path.hasSuffix(".rels") {
      parts[path] = XMLPart(try Data(contentsOf: folder.appending(path: path)))
    }
    self.parts = parts
  }

  subscript(path: String) -> XMLPart { parts[path] ?? XMLPart(Data()) }

  /// The paths of those that are no XML.
  var malformed: [String] { parts.filter { !$0.value.isWellFormed }.keys.sorted() }

  /// The texts of all elements of a name in all parts.
  func all(_ element: String) -> [String] {
    parts.sorted { $0.key < $1.key }.flatMap { $0.value.texts(element) }
  }

  /// The sheet that a reference such as `'My sheet'!$A$1:$B$2` leads to.
  static func sheetNamed(in reference: String) -> String {
    guard reference.hasPrefix("'") else {
      return String(reference.prefix { $0 != "!" })
    }
    var name = ""
    var rest = reference.dropFirst()
    while let character = rest.popFirst() {
      if character == "'" {
        guard rest.first == "'" else { break }
        rest.removeFirst()
      }
      name.append(character)
    }
    return name
  }
}

/// One part, with the texts and attributes of its elements in their order.
private final class XMLPart: NSObject, XMLParserDelegate {
  private(set) var isWellFormed = false
  private var elements: [(name: String, attributes: [String: String], text: String)] = []
  private var open: [Int] = []

  init(_ data: Data) {
    super.init()
    let parser = XMLParser(data: data)
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func texts(_ name: String) -> [String] { elements.filter { $0.name == name }.map(\.text) }

  /// Empty where an element has no such attribute.
  func attributes(_ name: String, _ attribute: String) -> [String] {
    elements.filter { $0.name == name }.map { $0.attributes[attribute] ?? "" }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    open.append(elements.count)
    elements.append((name, attributes, ""))
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if let last = open.last { elements[last].text += text }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }
}
