public import Documents
import Language
import Numbers
public import Questionnaire
public import Wording

extension Document {
  /// How the scores came about, as the model declares it.
  public mutating func addMethod(
    _ questionnaire: Questionnaire, _ words: Words, anchor: String = "method"
  ) {
    let texts = words.texts
    let policy = questionnaire.scoring
    add(heading: texts("report.method"), anchor: anchor)
    var items: [[Span]] = [
      [
        .text(
          texts(
            "report.method.points",
            [
              "low": .text(words.plain(policy.points.from)),
              "high": .text(words.plain(policy.points.to)),
            ]))
      ],
      [.text(words.rollUp(policy.nodes.rollUp, "report.method.roll-up"))],
      [.text(words.rollUp(policy.total.rollUp, "report.method.total"))],
    ]
    if let namedScores = words.namedScores(questionnaire) { items.append([.text(namedScores)]) }
    for (name, scale) in [
      ("report.method.scale-capacities", policy.nodes.scale),
      ("report.method.scale", policy.total.scale),
    ] where scale != .share {
      items.append([
        .text(
          texts(
            name, ["from": .text(words.plain(scale.from)), "to": .text(words.plain(scale.to))]))
      ])
    }
    items += [
      [
        .text(
          policy.nodes.minimumCoverage == 0
            ? texts("report.method.coverage.none")
            : texts(
              "report.method.coverage", ["share": .text(words.share(policy.nodes.minimumCoverage))])
        )
      ],
      [.text(texts("report.method.range"))],
      [.text(texts("report.method.levels"))],
    ]
    if questionnaire.questions.contains(where: { $0.practice != nil }) {
      let rule = policy.practices.notApplicable.rawValue
      items.append([.text(texts("report.method.practices.\(rule)"))])
    }
    items += [
      [.text(texts("report.method.rounding"))],
      [.text(texts("report.method.own"))],
    ]
    add(list: items)
    add(heading: texts("report.method.missing"), depth: 2)
    let rules: [(name: String, rule: String)] = [
      (texts("answer.unanswered"), policy.nodes.unanswered.rawValue),
      (texts("answer.no-data"), policy.nodes.noData.rawValue),
      (texts("answer.not-applicable"), policy.nodes.notApplicable.rawValue),
    ]
    blocks.append(
      .definitions(
        rules.map { Definition($0.name, texts("report.method.missing.\($0.rule)")) }))
    addOwnRules(questionnaire, words)
  }
}
