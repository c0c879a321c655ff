public import Comparison
public import Documents
public import Language
import Numbers
import Questionnaire
import Wording

extension Document {
  /// What `branda compare --agreement` shows: how far managers, members and facilitators agree on
  /// each question, whether the questions of each capacity belong together, and which tell nobody apart.
  public static func agreement(
    _ table: AgreementTable, _ scope: ComparisonScope, in language: LanguageTag
  ) -> Document {
    let words = Words(language)
    let texts = words.texts
    let clusters = TextArgument.text(
      texts("common.clusters", ["count": .count(table.clusters)]))
    let title =
      scope.period.map { texts("agreement.title", ["clusters": clusters, "period": .text($0)]) }
      ?? texts("agreement.latest", ["clusters": clusters])
    var document = Document(
      title: title, language: texts.language,
      facts: [Definition(texts("table.questionnaire"), words.model(table.questionnaire))])
    // No cluster stands here, so neither does a code.
    var unnamed = scope
    unnamed.isAnonymous = false
    document.add(unnamed, words, table.questionnaire)
    let least = TextArgument.text(String(AgreementTable.leastClusters))
    document.add(heading: texts("agreement.managers-members"))
    if table.members.isEmpty {
      document.add(paragraph: texts("agreement.nobody-asked"))
    } else {
      document.add(words, table.members, table.questionnaire)
    }
    document.add(heading: texts("agreement.managers-facilitators"))
    if table.facilitators.isEmpty {
      document.add(paragraph: texts("agreement.no-facilitator"))
    } else {
      document.add(words, table.facilitators, table.questionnaire)
    }
    if !table.together.isEmpty {
      document.add(heading: texts("agreement.together"))
      document.add(words.jointTable(table))
      document.add(paragraph: texts("agreement.together-how-to-read"))
    }
    if !(table.members + table.facilitators).allSatisfy(\.isSuppressed) {
      document.add(paragraph: texts("agreement.how-to-read", ["count": least]))
    }
    document.add(heading: texts("agreement.consistency"))
    document.add(words.consistencyTable(table))
    document.add(
      paragraph: texts(
        "agreement.consistency-how-to-read",
        ["count": least, "few": .text(String(InternalConsistency.fewUnits))]))
    let flat = table.discrimination.filter(\.isFlat)
    document.add(heading: texts("agreement.flat"))
    if flat.isEmpty {
      document.add(paragraph: texts("agreement.none-flat"))
    } else {
      document.add(words.flatTable(flat, table.questionnaire))
    }
    return document
  }
}

extension Document {
  /// A row for each question with enough clusters; those to which all give the same answers, and the
  /// others, are named in sentences.
  fileprivate mutating func add(
    _ words: Words, _ rows: [AgreementTable.QuestionAgreement], _ model: Questionnaire
  ) {
    let known = rows.filter { !$0.isSuppressed }
    let shown = known.filter { !$0.isFull }
    if !shown.isEmpty {
      add(words.agreementTable(shown, model))
    }
    func tell(_ code: String, _ rows: [AgreementTable.QuestionAgreement]) {
      guard !rows.isEmpty else { return }
      add(
        paragraph: words.texts(
          code,
          [
            "least": .text(String(AgreementTable.leastClusters)), "count": .count(rows.count),
            "questions": .list(rows.map { model.questions[$0.question].shortName }),
          ]))
    }
    tell("agreement.full", known.filter(\.isFull))
    tell(
      known.isEmpty ? "agreement.all-too-few" : "agreement.too-few", rows.filter(\.isSuppressed))
  }
}

extension AnswerKind {
  /// Whether answers are steps, or yes and no.
  fileprivate var hasSteps: Bool {
    switch self {
    case .ladder, .yesNo: true
    default: false
    }
  }
}

extension Words {
  fileprivate func agreementTable(
    _ rows: [AgreementTable.QuestionAgreement], _ model: Questionnaire
  ) -> Document.Table {
    Document.Table(
      columns: [
        .init(texts("table.question")), .init(texts("table.clusters"), .number),
        .init(texts("agreement.alpha"), .number), .init(texts("agreement.kappa"), .number),
        .init(texts("agreement.icc"), .number), .init(texts("agreement.difference"), .number),
      ],
      rows: rows.map { row in
        [
          .text(question(model.questions[row.question])), cell(row.clusters),
          defined(row.alpha.map { coefficient($0) }),
          model.questions[row.question].kind.hasSteps
            ? defined(row.kappa.map { coefficient($0) }) : .missing("–"),
          defined(row.icc.map { estimate($0.mean) }), defined(row.difference.map { signed($0) }),
        ]
      })
  }

  fileprivate func jointTable(_ table: AgreementTable) -> Document.Table {
    Document.Table(
      columns: [
        .init(texts("table.question")), .init(texts("table.clusters"), .number),
        .init(texts("agreement.alpha"), .number),
        .init(texts("agreement.complete"), .number), .init(texts("agreement.icc"), .number),
      ],
      rows: table.together.map { row in
        [
          .text(question(table.questionnaire.questions[row.question])),
          row.isSuppressed ? tooFew : cell(row.clusters),
          row.isSuppressed ? .missing("–") : defined(row.alpha.map { coefficient($0) }),
          row.lacksComplete ? tooFew : cell(row.complete),
          row.lacksComplete ? .missing("–") : defined(row.icc.map { estimate($0.mean) }),
        ]
      })
  }

  fileprivate func consistencyTable(_ table: AgreementTable) -> Document.Table {
    Document.Table(
      columns: [
        .init(texts("table.capacity")), .init(texts("agreement.questions"), .number),
        .init(texts("table.clusters"), .number), .init(texts("agreement.cronbach"), .number),
        .init(texts("agreement.omega"), .number), .init(texts("agreement.remark")),
      ],
      rows: table.capacities.map { row in
        let name = Document.Cell.text(self(table.questionnaire.capacities[row.capacity].title))
        guard !row.isSuppressed else {
          return [
            name, cell(row.questions), tooFew, .missing("–"), .missing("–"), "",
          ]
        }
        return [
          name, cell(row.questions), cell(row.clusters),
          defined(row.alpha.map { estimate($0) }), defined(row.omega.map { coefficient($0) }),
          .text(row.isSmall ? texts("agreement.small") : ""),
        ]
      })
  }

  fileprivate func flatTable(
    _ rows: [AgreementTable.Discrimination], _ questionnaire: Questionnaire
  ) -> Document.Table {
    Document.Table(
      columns: [
        .init(texts("table.question")), .init(texts("agreement.alike"), .number),
        .init(texts("agreement.item-rest"), .number),
      ],
      rows: rows.map { row in
        [
          .text(question(questionnaire.questions[row.question])),
          .text(part(row.alike, of: row.clusters)),
          defined(row.itemRest.map { coefficient($0) }),
        ]
      })
  }

  private func defined(_ text: String?) -> Document.Cell {
    text.map { .text($0) } ?? .missing(texts("agreement.undefined"))
  }

  /// Of fewer clusters than are shown, not even how many there are.
  private var tooFew: Document.Cell {
    .missing(
      texts("agreement.fewer-than", ["count": .text(String(AgreementTable.leastClusters))]))
  }

  /// `0.62 (0.07–0.93)`.
  private func estimate(_ estimate: Estimate) -> String {
    let interval = texts(
      "common.from-to",
      ["low": .text(coefficient(estimate.low)), "high": .text(coefficient(estimate.high))])
    return "\(coefficient(estimate.value)) (\(interval))"
  }

  private func signed(_ value: Double) -> String {
    let text = coefficient(value)
    return value > 0 && text != coefficient(0) ? "+" + text : text
  }
}
