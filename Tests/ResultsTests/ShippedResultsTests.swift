import Diagnostics
import Foundation
import Interview
import Questionnaire
import Results
import Testing

private let root = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

/// The example results in the repository are read without a finding, stand as Branda would write
/// them, and belong to the model as it stands beside them.
@Suite struct ShippedResultsTests {
  @Test(.enabled(if: FileManager.default.fileExists(atPath: root + "/results")))
  func examplesAreCanonicalAndInvented() throws {
    let path = root + "/questionnaires/cluster-maturity.yaml"
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    let model = try #require(Questionnaire.load(SourceFile(name: path, bytes: bytes)).value)
    let folder = ResultsFolder(root + "/results")
    let keys = try folder.assessments(by: model.id)
    #expect(!keys.isEmpty)
    for key in keys {
      let read = try folder.read(key, on: model)
      #expect(read.diagnostics == [])
      let text = try String(contentsOfFile: folder.assessmentPath(key), encoding: .utf8)
      #expect(read.value?.text(on: model) == text)
      #expect(read.value?.header.isInvented == true)
      // An invented cluster may leave a question open, but not contradict itself.
      let problems = read.value?.interview(on: model).problems ?? []
      #expect(problems.filter { $0.severity != .omission } == [])
      let scratch = try Scratch()
      try scratch.write(text, to: "\(key.cluster)/\(key.stem).yaml")
      let history = try String(contentsOfFile: folder.historyPath(key), encoding: .utf8)
      try scratch.write(history, to: "\(key.cluster)/\(key.stem).history.jsonl")
      let opened = try AssessmentStore.open(key, in: scratch.folder, on: model)
      #expect(opened.value?.assessment == read.value && opened.diagnostics == [])
    }
  }
}
