import Diagnostics
public import Questionnaire

/// What is different between two versions of a model, and what is the same under another name.
///
/// A value that depends on nothing but the two models. It knows no language: texts are compared, not
/// written.
public struct ModelDifference: Sendable {
  /// The version that was.
  public let old: Questionnaire
  /// The version that is to be.
  public let new: Questionnaire
  /// Everything that means something else: by kind of subject, then in the order of the new file,
  /// with what is no more behind it.
  public let changes: [ModelChange]
  /// Texts alone, likewise.
  public let texts: [ModelChange]
  /// For each question of the new version its place in the old one; `nil` for a new question.
  public let oldPlaces: [Int?]
  /// The questions of both versions that count in the same way in the same part, by place in the
  /// new version, ascending: what the two have in common.
  public let core: [Int]

  /// Compares two models.
  ///
  /// - Complexity: O(size of the models).
  public init(_ old: Questionnaire, _ new: Questionnaire) {
    self.old = old
    self.new = new
    oldPlaces = new.questions.map { question in
      ([question.id] + question.renamedFrom).lazy.compactMap { old.index(of: $0) }.first
    }
    var comparison = OutlineComparison(ModelOutline(old), ModelOutline(new), Renaming(old, new))
    comparison.run()
    changes = comparison.changes
    texts = comparison.texts
    core = Self.core(old, new, oldPlaces, comparison.changes)
  }

  /// Scored in both versions, and nothing about the scoring differs.
  private static func core(
    _ old: Questionnaire, _ new: Questionnaire, _ oldPlaces: [Int?], _ changes: [ModelChange]
  ) -> [Int] {
    var differing: Set<String> = []
    for change in changes {
      guard case .changed(let property) = change.kind else { continue }
      switch change.subject.kind {
      case .question where ModelOutline.Entry.scoringKeys.contains(property.key):
        differing.insert(change.subject.id)
      case .choice where ["points", "alone"].contains(property.key):
        differing.insert(change.subject.owner ?? "")
      default: break
      }
    }
    return new.questions.indices.filter { index in
      guard let before = oldPlaces[index] else { return false }
      return old.counts(before) && new.counts(index) && !differing.contains(new.questions[index].id)
    }
  }
}

extension Questionnaire {
  /// Whether a question counts in a score, by its points or on a decision path.
  func counts(_ question: Int) -> Bool {
    questions[question].isScored || isOnPath(question)
  }

  private func isOnPath(_ question: Int) -> Bool {
    questions[question].node.map { nodes[$0].path != nil } ?? false
  }
}
