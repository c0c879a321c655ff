import Diagnostics
import Testing

@Suite struct UnknownNamesTests {
  private let place = Place(SourceFile(name: "a", text: "x"), 0..<1)

  @Test func namesTheNearestOrTheFirstKnown() {
    var names = UnknownNames()
    let known = (1...20).map { "question\($0)" }
    let near = names.finding(.init("a.b"), "qeustion7", at: place, among: known, ["x": .count(1)])
    #expect(near.help == "common.did-you-mean")
    #expect(
      near.arguments == [
        "name": .text("qeustion7"), "suggestion": .text("question7"), "x": .count(1),
      ])
    let far = names.finding(.init("a.b"), "zebra", at: place, among: known)
    #expect(far.arguments["known"] == .list(Array(known.prefix(12)) + ["…"]))
  }

  /// A file for another model may have thousands of names that this one does not know.
  @Test func searchesForTheFirstNamesOnly() {
    var names = UnknownNames()
    let suggested = (0..<300).map { _ in
      names.finding(.init("a.b"), "agf", at: place, among: ["age"]).arguments["suggestion"] != nil
    }
    #expect(suggested == (0..<300).map { $0 < 100 })
  }
}
