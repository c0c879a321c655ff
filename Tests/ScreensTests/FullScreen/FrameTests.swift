import Foundation
import Questionnaire
import Terminal
import Testing

@testable import Screens

/// Golden frames: each file of `Frames` says which keys are pressed in which model, and what is on
/// the screen after them, in every size and language.
///
/// `RECORD_FRAMES=1 swift test --filter FrameTests` writes what is on the screen now.
@Suite struct FrameTests {
  struct Look: CustomStringConvertible {
    var columns = 80
    var rows = 24
    var language = "lt"
    var glyphs = Glyphs.unicode
    var showsStyles = false

    var description: String {
      "\(columns)×\(rows) \(language)" + (glyphs == .ascii ? " ascii" : "")
        + (showsStyles ? " colour" : "")
    }

    static let all: [Look] = [
      Look(), Look(language: "en"),
      Look(columns: 60, rows: 20), Look(columns: 60, rows: 20, language: "en"),
      Look(columns: 120, rows: 40), Look(columns: 120, rows: 40, language: "en"),
      Look(language: "en", glyphs: .ascii), Look(showsStyles: true),
    ]
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Frames")

  static let cases: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).filter { $0.hasSuffix(".txt") }.sorted()
  }()

  @Test(arguments: cases) func showsWhatIsExpected(_ name: String) throws {
    let file = Self.folder.appending(path: name)
    let text = try String(contentsOf: file, encoding: .utf8)
    let header = text.prefix(while: { _ in true }).split(
      separator: "\n", omittingEmptySubsequences: false
    ).prefix { !$0.hasPrefix("═") }
    let shown = Self.render(header.map(String.init))
    if ProcessInfo.processInfo.environment["RECORD_FRAMES"] != nil {
      try Data(shown.utf8).write(to: file)
    }
    #expect(shown == text)
  }

  @Test func thereAreCases() { #expect(Self.cases.count > 20) }

  private static func render(_ header: [String]) -> String {
    func value(_ name: String) -> String? {
      header.first { $0.hasPrefix(name + ": ") }.map { String($0.dropFirst(name.count + 2)) }
    }
    let model = value("model") == "short" ? PlainSession.model : ScreenSession.flagship
    let keys = Key.script(value("keys") ?? "")
    var text = header.joined(separator: "\n") + "\n"
    for look in Look.all {
      var session = ScreenSession(
        look.language, of: model, at: value("at").flatMap(model.index),
        window: WindowSize(columns: look.columns, rows: look.rows), glyphs: look.glyphs)
      session.press(keys)
      text += "═══ \(look) ═══\n"
      text += session.frame.drawn(showsStyles: look.showsStyles)
    }
    return text
  }
}

extension Frame {
  /// The frame as text, the cursor named under it; with its styles as `‹cyan bold|text›` where asked.
  func drawn(showsStyles: Bool) -> String {
    var text = ""
    for line in lines {
      for span in line.spans {
        let name = showsStyles ? span.style.name : ""
        text += name.isEmpty ? span.text : "‹\(name)|\(span.text)›"
      }
      text += "\n"
    }
    return text + "cursor: " + (cursor.map { "\($0.row + 1), \($0.column + 1)" } ?? "hidden") + "\n"
  }
}

extension Style {
  fileprivate var name: String {
    [foreground.map { "\($0)" }, isBold ? "bold" : nil, isReversed ? "reversed" : nil]
      .compactMap(\.self).joined(separator: " ")
  }
}
