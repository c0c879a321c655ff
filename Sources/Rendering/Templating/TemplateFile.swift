import Diagnostics

/// One template: its text, its tags in their order, and what was found wrong with it alone.
struct TemplateFile {
  /// By which other templates take it in, such as `table.html`.
  let name: String
  let file: SourceFile
  /// Comments left out.
  let tags: [TemplateTag]
  private(set) var diagnostics: [Diagnostic]

  /// The largest template, in bytes.
  static let largest = 256 * 1024
  /// How deep sections may stand in each other.
  static let deepest = 32

  init(name: String, _ file: SourceFile) {
    self.name = name
    self.file = file
    guard file.bytes.count <= Self.largest else {
      tags = []
      diagnostics = [
        Diagnostic(
          .templateTooLarge, at: nil, ["file": .text(file.name), "limit": .text("256 KiB")])
      ]
      return
    }
    guard String(validating: file.bytes, as: UTF8.self) != nil else {
      tags = []
      diagnostics = [Diagnostic(.templateNotUTF8, at: nil, ["file": .text(file.name)])]
      return
    }
    let scanner = TemplateScanner(file)
    tags = scanner.tags.filter { $0.kind != .comment }
    diagnostics = scanner.diagnostics
    if diagnostics.isEmpty { checkNesting() }
  }

  /// Each section is closed where it was opened, and none stands too deep.
  private mutating func checkNesting() {
    var open: [TemplateTag] = []
    for tag in tags {
      switch tag.kind {
      case .section, .inverted:
        open.append(tag)
        if open.count == Self.deepest + 1 {
          report(.tooDeep, tag, ["count": .count(Self.deepest)])
        }
      case .end:
        guard let opening = open.popLast() else {
          report(.notOpen, tag, ["name": .text(tag.name)])
          continue
        }
        if opening.name != tag.name {
          report(
            .closesOther, tag,
            ["name": .text(tag.name), "open": .text(opening.name)], notes: [note(opening)])
        }
      case .variable, .partial, .comment: break
      }
    }
    for opening in open {
      report(.notClosed, opening, ["name": .text(opening.name)])
    }
  }

  private func note(_ opening: TemplateTag) -> Diagnostic.Note {
    Diagnostic.Note(.openedHere, at: Place(file, opening.range))
  }

  private mutating func report(
    _ code: Diagnostic.Code, _ tag: TemplateTag, _ arguments: [String: Diagnostic.Argument],
    notes: [Diagnostic.Note] = []
  ) {
    diagnostics.append(Diagnostic(code, at: Place(file, tag.range), arguments, notes: notes))
  }
}
