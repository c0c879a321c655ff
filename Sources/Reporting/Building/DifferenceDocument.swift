internal import Diagnostics
public import Documents
public import Language
import Numbers
import Questionnaire
import Scoring
public import Versions
import Wording

extension Document {
  /// What `branda diff` shows: what a new version of a model changes, and for which assessments.
  ///
  /// - Parameters:
  ///   - showsTexts: Whether texts that changed are listed, or only counted.
  ///   - assessments: Of the latest round of each cluster, or of all; `nil` where nobody asked.
  public static func difference(
    _ difference: ModelDifference, showsTexts: Bool, assessments: [ComparedAssessment]?,
    in language: LanguageTag
  ) -> Document {
    let words = Words(language)
    let texts = words.texts
    var document = Document(
      title: texts("diff.title", ["name": .text(difference.new.id)]), language: texts.language,
      facts: [
        Definition(texts("diff.old"), words.version(difference.old)),
        Definition(texts("diff.new"), words.version(difference.new)),
      ])
    if difference.changes.isEmpty { document.add(paragraph: texts("diff.nothing")) }
    for group in DifferenceGroup.allCases {
      let changes = difference.changes.filter { group.kinds.contains($0.subject.kind) }
      guard !changes.isEmpty else { continue }
      document.add(heading: texts("diff.group.\(group.rawValue)"))
      document.add(list: changes.map(words.item))
    }
    if !difference.texts.isEmpty {
      document.add(heading: texts("diff.texts"))
      document.add(
        paragraph: texts("diff.texts.count", ["count": .count(difference.texts.count)]))
      if showsTexts { document.add(list: difference.texts.map(words.item)) }
    }
    if let assessments { document.add(assessments, difference, words) }
    return document
  }

  private mutating func add(
    _ assessments: [ComparedAssessment], _ difference: ModelDifference, _ words: Words
  ) {
    let texts = words.texts
    let affected = assessments.filter(\.difference.isAffected)
    add(heading: texts("diff.assessments"))
    add(
      paragraph: texts(
        "diff.assessments.count",
        ["count": .count(affected.count), "all": .text(String(assessments.count))]))
    guard !affected.isEmpty else { return }
    add(words.table(affected))
    add(paragraph: texts("diff.core", ["count": .count(difference.core.count)]))
    add(paragraph: texts("diff.effects"))
    for assessment in affected {
      add(heading: assessment.name + ", " + assessment.period, depth: 2)
      add(list: words.consequences(assessment.difference))
    }
  }
}

/// The sections of a difference.
private enum DifferenceGroup: String, CaseIterable {
  case whole, questions, nodes, levels, checks, recommendations

  var kinds: Set<Subject.Kind> {
    switch self {
    case .whole: [.questionnaire, .scoring, .form, .aspect]
    case .questions: [.question, .choice]
    case .nodes: [.node, .cap]
    case .levels: [.capabilityLevel, .level, .gate, .levelCap]
    case .checks: [.check, .condition]
    case .recommendations: [.recommendation]
    }
  }
}

extension Words {
  fileprivate func version(_ model: Questionnaire) -> String {
    texts(
      "diff.version",
      ["version": .text(model.version), "file": .text(model.source.name)])
  }

  /// A change as an item of a list: what, how, where.
  fileprivate func item(_ change: ModelChange) -> [Document.Span] {
    var spans: [Document.Span] = [
      .strong(subject(change.subject)), .text(": " + happened(change)),
    ]
    let places = [change.oldPlace, change.newPlace].compactMap(\.self).map {
      "\($0.file.name):\($0.start.line)"
    }
    if !places.isEmpty { spans.append(.text(" (" + places.joined(separator: " → ") + ")")) }
    return spans
  }

  fileprivate func subject(_ subject: Subject) -> String {
    texts(
      "diff.subject.\(subject.kind.rawValue)",
      ["name": .text(subject.id), "owner": .text(subject.owner ?? "")])
  }

  private func happened(_ change: ModelChange) -> String {
    switch change.kind {
    case .added: texts("diff.added")
    case .removed: texts("diff.removed")
    case .renamed: texts("diff.renamed", ["name": .text(value(change.old))])
    case .changed(let property) where property.key == "retired":
      texts(change.new == nil ? "diff.offered-again" : "diff.retired")
    case .changed(let property), .text(let property):
      texts(
        "diff.changed",
        [
          "property": .text(property.detail.map { "\(property.key) \($0)" } ?? property.key),
          "old": .text(value(change.old)), "new": .text(value(change.new)),
        ])
    }
  }

  private func value(_ value: Value?) -> String {
    switch value {
    case .number(let number):
      number.rounded(places: 9).map { numbers.format($0) } ?? number.description
    case .word(let text), .expression(let text): text
    case .text(let text): texts("diff.quoted", ["text": .text(self(text))])
    case nil: texts("diff.none")
    }
  }

  fileprivate func table(_ assessments: [ComparedAssessment]) -> Document.Table {
    Document.Table(
      columns: [
        .init(texts("table.cluster")), .init(texts("table.period")), .init(texts("table.level")),
        .init(texts("diff.total-old"), .number), .init(texts("diff.total-new"), .number),
        .init(texts("diff.by-model"), .number), .init(texts("diff.by-answers"), .number),
        .init(texts("diff.core-old"), .number), .init(texts("diff.core-new"), .number),
      ],
      rows: assessments.map { assessment in
        let difference = assessment.difference
        return [
          .text(assessment.name), .text(assessment.period),
          .text(levels(difference)),
          cell(difference.old.total), cell(difference.new.total),
          cell(change: difference.effect?.model), cell(change: difference.effect?.missingAnswers),
          cell(difference.oldCore.total), cell(difference.newCore.total),
        ]
      }, keyColumns: 2)
  }

  private func levels(_ difference: AssessmentDifference) -> String {
    let old = levelNumber(difference.old)
    return difference.levelsDiffer ? old + " → " + levelNumber(difference.new) : old
  }

  private func levelNumber(_ score: AssessmentScore) -> String {
    score.levelReached.map { String($0.level.number) } ?? "–"
  }

  /// What changes for one assessment, and by which changes of the model.
  fileprivate func consequences(_ difference: AssessmentDifference) -> [[Document.Span]] {
    func names(_ places: [Int], _ model: Questionnaire) -> [String: TextArgument] {
      ["count": .count(places.count), "names": .list(places.map { model.questions[$0].id })]
    }
    var items: [[Document.Span]] = []
    if difference.levelsDiffer {
      let title = { (score: AssessmentScore) in
        TextArgument.text(
          score.levelReached.map { "\($0.level.number) " + self($0.level.title) }
            ?? texts("diff.none"))
      }
      items.append([
        .text(texts("diff.level", ["old": title(difference.old), "new": title(difference.new)]))
      ])
    }
    let (old, new) = (difference.old.questionnaire, difference.new.questionnaire)
    if !difference.shown.isEmpty {
      items.append([.text(texts("diff.shown", names(difference.shown, new)))])
    }
    if !difference.hidden.isEmpty {
      items.append([.text(texts("diff.hidden", names(difference.hidden, old)))])
    }
    if !difference.missing.isEmpty {
      items.append([.text(texts("diff.missing", names(difference.missing, new)))])
    }
    for change in difference.reasons {
      items.append([.text(texts("diff.because")), .text(" ")] + item(change))
    }
    return items
  }
}
