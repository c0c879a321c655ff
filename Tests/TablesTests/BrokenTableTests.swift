import Diagnostics
import Foundation
import Language
import Questionnaire
import Results
import TestKit
import Testing

@testable import Tables

/// Broken tables, each with what is found in it, as a person is told: `NAME.csv` and `NAME.txt` in
/// the folder `Broken`. `RECORD=1` writes what is found.
@Suite struct BrokenTableTests {
  struct Case: CustomStringConvertible {
    var name: String
    var description: String { name }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Broken")

    static let all: [Case] = {
      let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      return files.filter { $0.hasSuffix(".csv") }.sorted()
        .map { Case(name: String($0.dropLast(4))) }
    }()
  }

  @Test func thereAreFiftyAtLeast() { #expect(Case.all.count >= 50) }

  @Test(arguments: Case.all) func isFound(_ test: Case) throws {
    let model = try Fixture.model()
    let bytes = try Data(contentsOf: Case.folder.appending(path: test.name + ".csv"))
    var clusters = ClusterNames()
    clusters.add("twin-a", name: "Twins")
    clusters.add("twin-b", name: "twins")
    let read = Fixture.read(
      Array(bytes), on: model,
      options: .init(period: test.name == "no-period" ? nil : Period(text: "2025")),
      clusters: clusters)
    let found = read.diagnostics.sorted.printed()
    let expected = Case.folder.appending(path: test.name + ".txt")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(found.utf8).write(to: expected)
    }
    #expect(try String(contentsOf: expected, encoding: .utf8) == found)
    let isRefused = read.value == nil
    #expect(isRefused)
    // All errors have a place, and every sentence is in the other language, too.
    let errors = read.diagnostics.filter { $0.severity == .error }
    #expect(errors.allSatisfy { $0.place != nil } && !errors.isEmpty)
    let lithuanian = read.diagnostics.printed(in: .init("lt"))
    #expect(!lithuanian.contains("error: tables."))
  }
}
