import Foundation
import Testing

@testable import Language

/// The sources name texts by string literals; these tests read them all and look the names up.
@Suite struct UsedTextsTests {
  /// A name in a source file: complete, or the beginning of one that is put together.
  struct Use: Hashable, CustomStringConvertible {
    var name: String
    var isPrefix: Bool
    var file: String
    var description: String { "\(file): \(name)" }
  }

  @Test func everyNameIsInEveryCatalogue() {
    let uses = Self.names.uses
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
    let (uses, whole) = Self.names
    let prefixes = uses.filter(\.isPrefix).map(\.name)
    let unused = Texts.texts(.fallback).names.filter { name in
      let code = Self.endings.first(where: name.hasSuffix).map { String(name.dropLast($0.count)) }
      return whole.isDisjoint(with: [name, code ?? name])
        && !prefixes.contains { name.hasPrefix($0) }
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
    let uses = Self.names(in: [(file: "F.swift", text: text)]).uses
    #expect(
      uses.map { $0.name + ($0.isPrefix ? "*" : "") }.sorted() == [
        "a.b", "a.c", "a.d", "a.e", "a.way-out", "lint.findings", "on.next-line", "p.q", "p.r",
        "status.*", "x.y", "x.z", "yaml.tab",
      ])
  }

  private static let names = names(in: sources)

  /// All Swift files of the program but the catalogues themselves.
  private static let sources: [(file: String, text: String)] = {
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

  /// What stands behind the name of a finding in the names of its ways out.
  private static let endings = [".help", ".suggestion"]

  /// Calls whose first argument is the name of a text.
  private static let calls = [
    "Code(", "Code(rawValue:", "Self(", ".init(", "texts(", "Texts(", "text(", "Text(",
    ".optional(", "phrase(", "help:", "self(", "wording(", "report(",
  ]

  /// Reads the string literals of the sources that look like names: words joined by points.
  static func names(in sources: [(file: String, text: String)]) -> (uses: [Use], all: Set<String>) {
    var uses: [Use] = []
    var all: Set<String> = []
    for (file, text) in sources {
      var before = ""
      for line in text.split(separator: "\n") {
        let code = line.prefix(upTo: line.comment)
        guard code.utf8.contains(UInt8(ascii: "\"")) else {
          before = String(code)
          continue
        }
        let pieces = code.split(separator: "\"", omittingEmptySubsequences: false)
        before += pieces[0]
        for piece in pieces.dropFirst() {
          let name = piece.prefix { $0.isLetter || $0.isNumber || ".-_".contains($0) }
          let end = piece[name.endIndex...].first
          if name.first?.isLowercase == true, name.contains("."), end == nil || end == "\\" {
            all.insert(String(name))
            if followsCall(before) {
              let isPrefix = end != nil || name.hasSuffix(".")
              uses.append(Use(name: String(name), isPrefix: isPrefix, file: file))
            }
          }
          before = String(piece)
        }
      }
    }
    return (uses, all)
  }

  private static func followsCall(_ before: String) -> Bool {
    let code = before.reversed().drop(while: \.isWhitespace)
    return calls.contains { call in
      guard code.starts(with: call.reversed()) else { return false }
      let previous = code.dropFirst(call.count).first
      return call.hasPrefix(".") || !(previous.map { $0.isLetter || $0 == "_" } ?? false)
    }
  }
}

extension Substring {
  /// Where the comment of a source line begins; its end where it has none.
  fileprivate var comment: Index { firstRange(of: "// ")?.lowerBound ?? endIndex }
}
