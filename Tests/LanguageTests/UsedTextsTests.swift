import Foundation
import Testing

@testable import Language

/// The sources name texts by string literals; these tests read them all and look the names up.
@Suite struct UsedTextsTests {
  /// A name in a source file: complete, or the beginning of one that is put together.
  struct Use: Hashable, CustomStringConvertible {
    var name: String
    var isPrefix: Bool
    var place: String
    var description: String { "\(place): \(name)" }
  }

  @Test func everyNameIsInEveryCatalogue() {
    let uses = Self.uses(in: Self.sources)
    #expect(!uses.isEmpty)
    for texts in Texts.available.map(Texts.texts) {
      let names = Set(texts.names)
      let missing = uses.filter { use in
        use.isPrefix ? !names.contains { $0.hasPrefix(use.name) } : !names.contains(use.name)
      }
      #expect(missing.map(\.description).sorted() == [], "\(texts.language)")
    }
  }

  /// Names that no source file seems to use: worth a look, not an error, since names may be built.
  @Test func namesThatNobodyUsesAreListed() {
    let uses = Self.uses(in: Self.sources)
    let whole = Set(uses.filter { !$0.isPrefix }.map(\.name))
    let prefixes = uses.filter(\.isPrefix).map(\.name)
    let literals = Self.sources.map(\.text).joined()
    let unused = Texts.texts(.fallback).names.filter { name in
      let code = name.hasSuffix(".help") ? String(name.dropLast(5)) : name
      return !whole.contains(code) && !prefixes.contains { code.hasPrefix($0) }
        && !literals.contains("\"\(code)\"")
    }
    if !unused.isEmpty { print("texts that nobody uses:\n  " + unused.joined(separator: "\n  ")) }
  }

  @Test func usesAreRecognised() {
    let text = """
      Diagnostic(Code("yaml.tab"), at: place)  // Code("yaml.in-comment")
      static let duplicate = Self("a.b"); let other: Diagnostic.Code = .init("a.c")
      let word = texts("lint.findings", ["count": 1]) + texts.optional("x.y") ?? text("x.z")
      Diagnostic.Code(rawValue: "a.d"); texts("status.\\(status.rawValue)"); phrase("p.q")
      print("not.a-name"); CodePoint("no"); extension Diagnostic.Code { static let e = Self("a.e") }
      .phrase("p.r"), help: "a.way-out"
      texts(
        "on.next-line")
      """
    let uses = Self.uses(in: [(file: "F.swift", text: text)])
    #expect(
      uses.map { $0.name + ($0.isPrefix ? "*" : "") }.sorted() == [
        "a.b", "a.c", "a.d", "a.e", "a.way-out", "lint.findings", "on.next-line", "p.q", "p.r",
        "status.*", "x.y", "x.z", "yaml.tab",
      ])
  }

  /// All Swift files of the program but the catalogues themselves.
  static let sources: [(file: String, text: String)] = {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources").resolvingSymlinksInPath()
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    return (files?.compactMap { $0 as? URL } ?? [])
      .filter { $0.pathExtension == "swift" && !$0.path.contains("/Language/") }
      .sorted { $0.path < $1.path }
      .compactMap { url in
        (try? String(contentsOf: url, encoding: .utf8)).map { (url.lastPathComponent, $0) }
      }
  }()

  /// Names stand after `Code(`, after `Self(` and `.init(` where they look like one, after
  /// `texts(`, `text(`, `phrase(` and `help:`.
  static func uses(in sources: [(file: String, text: String)]) -> [Use] {
    let pattern =
      /(?<call>\bCode\((?:rawValue: )?|\bSelf\(|\.init\(|\b[tT]exts?(?:\.optional)?\(|\bphrase\(|\bhelp: )\s*"(?<name>[a-z][\w-]*\.[\w.-]*)(?<end>"|\\)/
    var uses: [Use] = []
    for (file, text) in sources {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let code = lines.map { line in String(line.prefix(upTo: line.comment)) }
        .joined(separator: "\n")
      for match in code.matches(of: pattern.wordBoundaryKind(.simple)) {
        let line = code[..<match.range.lowerBound].count { $0 == "\n" } + 1
        uses.append(
          Use(name: String(match.name), isPrefix: match.end != "\"", place: "\(file):\(line)"))
      }
    }
    return uses
  }
}

extension Substring {
  /// Where the comment of a source line begins; its end where it has none.
  fileprivate var comment: Index { firstRange(of: "// ")?.lowerBound ?? endIndex }
}
