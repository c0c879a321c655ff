import Diagnostics
import DisplayWidth
import Interview
import Questionnaire
import Results

/// What to type next: to go on with an assessment, or to see its score.
struct Resumption {
  /// As the person named it.
  let questionnaire: String
  let model: Questionnaire
  let key: AssessmentKey
  /// The round that answers are offered from, as the person named it.
  let from: String?
  let results: String
  let folder: ResultsFolder

  var file: String { folder.assessmentPath(key).madeVisible }

  var command: String {
    words(
      [
        "branda", "fill", questionnaire, "--cluster", key.cluster, "--period",
        key.period.description,
      ] + (key.rater == .manager ? [] : ["--as", key.respondent])
        + (from.map { ["--from", $0] } ?? []))
  }

  /// Names what `score` would not find by itself: a model elsewhere, a round that is not the last.
  var scoring: String {
    let path = model.source.name
    let latest = try? folder.latest(of: key.cluster, by: key.questionnaire)
    return words(
      ["branda", "score", key.cluster]
        + (Models.isFound(path) ? [] : ["--questionnaire", path])
        + (latest == key ? [] : ["--period", key.period.description]))
  }

  private func words(_ words: [String]) -> String {
    (words + (results == "results" ? [] : ["--results", results]))
      .map { Self.quoted($0) }.joined(separator: " ")
  }

  /// The word as a shell takes it for one.
  private static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "-_./".utf8.contains(byte)
      }
    }
    if isPlain, !word.isEmpty { return word }
    return "'"
      + word.madeVisible.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: #"'\''"#) + "'"
  }
}
