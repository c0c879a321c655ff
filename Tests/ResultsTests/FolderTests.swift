import Foundation
import Questionnaire
import Results
import Testing

@Suite struct FolderTests {
  @Test func clustersAndRoundsAreListedInOrder() throws {
    let scratch = try Scratch()
    for name in [
      "b/small-2026.yaml", "b/small-2025.yaml", "b/small-2026-H1.yaml", "b/other-x-2026.yaml",
      "b/small-2026.history.jsonl", "b/small-2026.yaml.new", "b/small-2026.damaged.yaml",
      "b/small.yaml", "b/Small-2026.yaml", "a/small-2024-Q3.yaml", ".git/small-2026.yaml",
      "README.md", "c/notes.txt",
    ] { try scratch.write("", to: name) }
    let folder = scratch.folder
    #expect(try folder.clusters() == ["a", "b", "c"])
    #expect(
      try folder.assessments(of: "b").map(\.stem)
        == ["other-x-2026", "small-2025", "small-2026-H1", "small-2026"])
    #expect(try folder.latest(of: "b", by: "small")?.stem == "small-2026")
    #expect(try folder.latest(of: "c", by: "small") == nil)
    #expect(
      try folder.assessments(by: "small").map { $0.cluster + "/" + $0.stem }
        == ["a/small-2024-Q3", "b/small-2025", "b/small-2026-H1", "b/small-2026"])
    #expect(try ResultsFolder(scratch.path + "/nowhere").clusters() == [])
  }

  @Test(arguments: [
    "..", ".", "", "a/b", "../a", "/etc", "a\\b", "A", "a b", "ą", "a\u{0}", "-a", ".a", "a\n",
    String(repeating: "a", count: 65),
  ])
  func namesNeverLeadOutOfTheFolder(name: String) throws {
    #expect(throws: ResultsError.invalidName(.cluster, name)) { try Fixture.key(name) }
    let folder = ResultsFolder("results")
    #expect(throws: ResultsError.invalidName(.cluster, name)) { try folder.assessments(of: name) }
    let period = try #require(Period(text: "2026"))
    #expect(throws: ResultsError.invalidName(.questionnaire, name)) {
      try AssessmentKey(cluster: "a", questionnaire: name, period: period)
    }
  }

  @Test func whatTheSystemRefusesIsToldWithPathAndReason() throws {
    let scratch = try Scratch()
    try scratch.write("", to: "a/small-2026.yaml")
    try scratch.write("", to: "file")
    let files = FileSystem()
    #expect(throws: ResultsError.missing(path: scratch.path + "/x")) {
      try files.read(scratch.path + "/x", limit: 100)
    }
    #expect(throws: ResultsError.refused(.list, path: scratch.path + "/file", errno: ENOTDIR)) {
      try files.list(scratch.path + "/file")
    }
    #expect(throws: ResultsError.refused(.read, path: scratch.path + "/a", errno: EISDIR)) {
      try files.read(scratch.path + "/a", limit: 100)
    }
    // Neither waited for nor read to an end that never comes.
    #expect(mkfifo(scratch.path + "/pipe", 0o600) == 0)
    for path in [scratch.path + "/pipe", "/dev/zero"] {
      #expect(throws: ResultsError.refused(.read, path: path, errno: ENXIO)) {
        try files.read(path, limit: 100)
      }
    }
    #expect(throws: ResultsError.refused(.read, path: "/dev/zero", errno: EFBIG)) {
      try files.read("/dev/zero", limit: 100, allowsPipes: true)
    }
    try scratch.write("12345", to: "five")
    #expect(try files.read(scratch.path + "/five", limit: 5).count == 5)
    #expect(throws: ResultsError.refused(.read, path: scratch.path + "/five", errno: EFBIG)) {
      try files.read(scratch.path + "/five", limit: 4)
    }
    #expect(
      throws: ResultsError.refused(.createFolder, path: scratch.path + "/file/b", errno: ENOTDIR)
    ) {
      try files.createFolder(scratch.path + "/file/b")
    }
    #expect(throws: ResultsError.diskFull(path: "/dev/full")) {
      try files.append([65], to: "/dev/full", after: 0)
    }
  }
}
