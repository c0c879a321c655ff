import Foundation
import TestKit
import Testing

/// Whom a report counts among the peers.
@Suite struct ReportPeersTests {
  /// Clusters of two questionnaires reported on at once: each cluster is counted once, by its own, so
  /// that four do not become a group large enough to be told about.
  @Test func countsEachClusterOnce() throws {
    let folder = try Folder()
    let other = shortModel.replacing(/questionnaire: .*\n/, with: "questionnaire: other\n")
    try folder.write(shortModel, to: "questionnaires/short.yaml")
    try folder.write(other, to: "questionnaires/other.yaml")
    try folder.write(
      "{name: A, members: 12, coordination: 2, handover: 'yes', training: 50, services: [fairs]}",
      to: "answers.yaml")
    for (cluster, model) in [
      ("a1", "short"), ("a2", "short"), ("a3", "short"), ("a4", "short"), ("b1", "other"),
    ] {
      let run = try Program.run(
        [
          "fill", "questionnaires/\(model).yaml", "--cluster", cluster, "--period", "2025",
          "--answers", "answers.yaml", "--quiet",
        ], in: folder)
      #expect(run.end == .exited(10), "\(run)")
    }
    let run = try Program.run(["report", "a1", "b1", "--lang", "en", "-q"], in: folder)
    #expect(run.end == .exited(0), "\(run)")
    for name in ["a1-short-2025.en.md", "b1-other-2025.en.md"] {
      let text = try folder.read("reports/" + name)
      #expect(text.contains("There are fewer than 5 clusters, so nothing is shown of the others."))
    }
  }
}
