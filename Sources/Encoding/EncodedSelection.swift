import Comparison
import Questionnaire

/// Which clusters were asked for, as other programs read it: words that the command line takes, all of
/// them conditions that hold together; see `docs/json.md`.
struct EncodedSelection: Encodable, Sendable {
  /// Identifiers of levels, any of which a cluster has.
  let levels: [String]
  /// By fact, such as `field`: the groups in any of which a cluster is.
  let groups: [String: [String]]
  /// Any of which an assessment has.
  let tags: [String]
  /// Any of which an assessment is in.
  let statuses: [String]

  init(_ selection: ComparisonScope.Selection, in model: Questionnaire) {
    levels = selection.levels.map { model.levels[$0].id }
    groups = Dictionary(grouping: selection.groups) { $0.grouping.word(in: model) }
      .mapValues { $0.map { $0.word(in: model) ?? "" } }
    tags = selection.tags
    statuses = selection.statuses
  }
}

extension ComparisonScope {
  /// `nil` where nobody is left out.
  func encodedSelection(in model: Questionnaire) -> EncodedSelection? {
    selection.map { EncodedSelection($0, in: model) }
  }
}
