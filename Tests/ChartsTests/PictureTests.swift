import Charts
import Documents
import Foundation
import Testing

/// Pictures of every kind as they are drawn: golden files in the folder `Pictures`, to be looked at in
/// a browser, and what must hold of all of them.
///
/// `RECORD=1 swift test --filter PictureTests` writes what is drawn now.
@Suite struct PictureTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Pictures")
  private static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

  /// 500 rows are the same picture as 50 and more of it; only of a strip do they make another one.
  static let golden = (SampleFigure.all).filter { sample in
    (sample.count < 500 || sample.kind == .strip) && (sample.count == 5 || !sample.isHostile)
      && (sample.count < 50 || sample.language == "lt")
      && !(sample.kind == .radar && sample.count == 1)
  }

  @Test(arguments: golden, ChartRenderer.Layout.allCases)
  func isDrawnAsBefore(_ sample: SampleFigure, _ layout: ChartRenderer.Layout) throws {
    let picture = ChartRenderer().svg(sample.figure, id: "figure-1", layout: layout) + "\n"
    let file = Self.folder.appending(path: "\(sample)-\(layout.rawValue).svg")
    if Self.isRecording { try Data(picture.utf8).write(to: file) }
    let before = try String(contentsOf: file, encoding: .utf8)
    #expect(picture == before)
  }

  @Test func everyGoldenFileHasItsPicture() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    let expected = Self.golden.flatMap { sample in
      ChartRenderer.Layout.allCases.map { "\(sample)-\($0.rawValue).svg" }
    }
    #expect(names.sorted() == expected.sorted())
  }

  @Test(arguments: SampleFigure.all, ChartRenderer.Layout.allCases)
  func noTextIsCutOrTouchesAnother(_ sample: SampleFigure, _ layout: ChartRenderer.Layout) {
    let picture = ChartRenderer().svg(sample.figure, id: "figure-1", layout: layout)
    let read = PictureReader(picture)
    #expect(read.error == nil)
    #expect(Array(read.misplaced.prefix(5)) == [])
    #expect(
      read.elements.subtracting([
        "svg", "title", "desc", "g", "text", "path", "rect", "circle",
      ]) == [])
    #expect(read.attributes.filter { $0.hasPrefix("on") || $0.contains("href") } == [])
    #expect(read.texts.allSatisfy { !$0.content.isEmpty && $0.content.utf8.count < 2_000 })
    #expect(!read.title.isEmpty || sample.isHostile)
    #expect(picture.utf8.count < 20_000 + 3_000 * sample.count)
  }

  /// 257 mm of an A4 page are 971 pixels; some go to the heading.
  @Test(arguments: SampleFigure.all.filter { $0.count == 50 && !$0.isHostile })
  func onPaperEachPictureFitsAPage(_ sample: SampleFigure) {
    let pictures = ChartRenderer().html(sample.figure, id: "figure").split(separator: "\n")
      .map { PictureReader(String($0)) }
    let wide = pictures.dropLast()
    #expect(wide.map { $0.box.bottom - $0.box.top }.allSatisfy { $0 < 900 })
    #expect(wide.allSatisfy { $0.misplaced.isEmpty })
    // Numbers with a decimal mark are values; the others belong to the scales.
    func values(_ pictures: some Sequence<PictureReader>) -> [String] {
      pictures.flatMap(\.texts).map(\.content).filter { text in
        text.contains { $0 == "," || $0 == "." } && text.allSatisfy { !$0.isLetter }
      }.sorted()
    }
    let whole = PictureReader(ChartRenderer().svg(sample.figure, id: "whole"))
    #expect(values(wide) == values([whole]))
    #expect(Set(pictures.flatMap(\.ids)).count == pictures.count * 2)
  }

  @Test func idsBelongToTheFigureAndTheLayout() {
    let figure = SampleFigure(kind: .strip, count: 5, language: "en").figure
    let pictures = ["one", "two"].map { ChartRenderer().html(figure, id: $0) }
    let ids = PictureReader("<p>" + pictures.joined() + "</p>").ids
    #expect(
      ids
        == ["one", "two"].flatMap { id in
          ["wide-title", "wide-description", "narrow-title", "narrow-description"].map {
            "\(id)-\($0)"
          }
        })
  }

  @Test func anIdCannotLeaveItsAttribute() {
    let figure = SampleFigure(kind: .bars, count: 1, language: "en").figure
    let picture = ChartRenderer().svg(figure, id: "a\" onload=\"x ą")
    #expect(PictureReader(picture).ids.first == "a--onload--x---wide-title")
  }
}
