import Language
import Questionnaire

extension Document {
  /// How the scores came about, as the model declares it.
  mutating func addMethod(_ questionnaire: Questionnaire, _ words: Words) {
    let texts = words.texts
    let policy = questionnaire.scoring
    add(heading: texts("report.method"))
    add(list: [
      [
        .text(
          texts(
            "report.method.points",
            [
              "low": .text(words.plain(policy.lowestPoints)),
              "high": .text(words.plain(policy.highestPoints)),
            ]))
      ],
      [.text(texts("report.method.roll-up.\(policy.rollUp.rawValue)"))],
      [.text(texts("report.method.total.\(policy.total.rawValue)"))],
      [
        .text(
          texts(
            "report.method.coverage", ["share": .text(words.share(policy.minimumCoverage))]))
      ],
      [.text(texts("report.method.range"))],
      [.text(texts("report.method.levels"))],
      [.text(texts("report.method.rounding"))],
      [.text(texts("report.method.own"))],
    ])
    add(heading: texts("report.method.missing"), depth: 2)
    let rules: [(name: String, rule: ScoringPolicy.Missing)] = [
      (texts("answer.unanswered"), policy.unanswered), (texts("answer.no-data"), policy.noData),
      (texts("answer.not-applicable"), policy.notApplicable),
    ]
    blocks.append(
      .definitions(
        rules.map { Definition($0.name, texts("report.method.missing.\($0.rule.rawValue)")) }))
  }
}
