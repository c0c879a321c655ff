import Comparison
import Documents
import Interview
import Language
import Questionnaire
import Scoring
import Wording

extension Document {
  /// Says by which version rounds are compared where not all were answered with it, and which of them
  /// cannot be compared; nothing where one version asked and scored all of them.
  ///
  /// - Parameter rounds: What each is called, and the round.
  mutating func addVersions(
    of rounds: [(name: String, round: ClusterRounds.Round)], on model: Questionnaire, _ words: Words
  ) {
    let texts = words.texts
    let (comparable, others) = rounds.partitioned { $0.round.score(by: model) != nil }
    let rescored = comparable.filter { $0.round.isAnswered(inOtherThan: model) }
    func names(_ rounds: [(name: String, round: ClusterRounds.Round)]) -> TextArgument {
      .text(
        words.listed(
          rounds.map { "\($0.name) (\(words.edition($0.round.versionAnswered, beside: model)))" },
          atMost: 12))
    }
    if !rescored.isEmpty {
      add(
        paragraph: texts(
          "versions.rescored", ["version": .text(model.version), "rounds": names(rescored)]))
    }
    if !others.isEmpty {
      add(
        paragraph: texts(
          "versions.not-scorable", ["version": .text(model.version), "rounds": names(others)]))
    }
  }

  /// Says that assessments were answered with other versions than the one that scores all.
  mutating func addVersions(
    _ versions: [String: Int], on model: Questionnaire, _ words: Words
  ) {
    guard !versions.isEmpty else { return }
    let parts = versions.sorted { $0.key < $1.key }.map { version, count in
      "\(words.edition(version, beside: model)) – \(count)"
    }
    add(
      paragraph: words.texts(
        "versions.assessments", ["version": .text(model.version), "versions": .list(parts)]))
  }

  /// What another version of the questionnaire does to the earlier of two rounds: what it came to then,
  /// and which questions cannot be compared.
  mutating func addVersions(of trend: ClusterTrend, _ words: Words) {
    guard let earlier = trend.earlier, let before = trend.before, earlier.rescored != nil else {
      return
    }
    let texts = words.texts
    let (then, now) = (earlier.score, before)
    func item(_ name: String, _ score: AssessmentScore) -> [Span] {
      let version = words.versionAnswered(earlier, scoredBy: score.questionnaire)
      return [
        .text(texts(name, ["period": .text(earlier.period), "version": .text(version)]) + ": "),
        .strong(words.score(score)), .text("; " + words.level(of: score)),
      ]
    }
    add(list: [item("versions.then", then), item("versions.now", now)])
    if !trend.hasComparableLevels {
      add(
        paragraph: texts(
          "versions.no-total",
          ["period": .text(earlier.period), "version": .text(now.questionnaire.version)]))
    }
    let changes = VersionChanges(from: then, to: now)
    let questions = [
      ("versions.not-asked", changes.added, now), ("versions.not-taken", changes.lost, now),
      ("versions.gone", changes.gone, then),
    ].filter { !$0.1.isEmpty }
    for (name, places, score) in questions {
      add(
        paragraph: texts(
          name,
          [
            "period": .text(earlier.period), "version": .text(now.questionnaire.version),
            "questions": .text(
              words.listed(
                places.map {
                  words.leading(score.questionnaire.questions[$0], in: score.questionnaire)
                }, atMost: 6)),
          ]))
    }
  }
}

extension Words {
  /// What the earlier of two rounds is called beside the later one: its period, and the version that
  /// scores it where another one was answered.
  func name(of earlier: ClusterRounds.Round, in trend: ClusterTrend) -> String {
    guard let model = trend.before?.questionnaire, earlier.isAnswered(inOtherThan: model) else {
      return earlier.period
    }
    return texts(
      "versions.now", ["period": .text(earlier.period), "version": .text(model.version)])
  }

  /// The version that scores a round: its own, or that of the later one.
  fileprivate func versionAnswered(
    _ round: ClusterRounds.Round, scoredBy model: Questionnaire
  ) -> String {
    guard round.score.questionnaire.digest == model.digest, let other = round.rescored else {
      return model.version
    }
    return edition(model.version, beside: other.questionnaire)
  }

  /// A version that is not the one at hand; with the same number it was edited since.
  func edition(_ version: String, beside model: Questionnaire) -> String {
    version == model.version ? texts("versions.edited", ["version": .text(version)]) : version
  }

  /// The total, or why there is none.
  fileprivate func score(_ score: AssessmentScore) -> String {
    score.total.shown.map(self.score)
      ?? texts(
        "score.unscored",
        [
          "reason": .text(
            ScoreAbsenceWording(texts, score.questionnaire)(score.total.absence))
        ])
  }
}

/// Scored questions of which the same answers say something else by another version of a questionnaire.
private struct VersionChanges {
  /// Places in the later version that the earlier one does not ask.
  let added: [Int]
  /// Places in the later version whose earlier answers it cannot take.
  let lost: [Int]
  /// Places in the earlier version that the later one does not ask.
  let gone: [Int]

  init(from then: AssessmentScore, to now: AssessmentScore) {
    let (old, new) = (then.questionnaire, now.questionnaire)
    var (added, lost): ([Int], [Int]) = ([], [])
    var known: Set<Int> = []
    for question in new.questions {
      let earlier = ([question.id] + question.renamedFrom).lazy.compactMap { old.index(of: $0) }
        .first
      if let earlier { known.insert(earlier) }
      guard question.isScored else { continue }
      guard let earlier else {
        added.append(question.index)
        continue
      }
      if case .answered(_)? = then.questions[earlier]?.state,
        case .unanswered? = now.questions[question.index]?.state
      {
        lost.append(question.index)
      }
    }
    self.added = added
    self.lost = lost
    gone = old.questions.filter { $0.isScored && !known.contains($0.index) }.map(\.index)
  }
}

extension ClusterRounds.Round {
  /// Whether another version than this one asked the questions.
  func isAnswered(inOtherThan model: Questionnaire) -> Bool {
    answeredVersion != nil || score.questionnaire.digest != model.digest
  }
}

extension Array {
  /// Those that meet a condition, and the rest.
  fileprivate func partitioned(by condition: (Element) -> Bool) -> ([Element], [Element]) {
    (filter(condition), filter { !condition($0) })
  }
}
