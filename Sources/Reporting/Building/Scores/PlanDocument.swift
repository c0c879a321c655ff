public import Clusters
public import Documents
import Interview
public import Language
import Numbers
public import Planning
import Questionnaire
import Scoring
import Wording

extension Document {
  /// What `branda plan CLUSTER` shows: what to improve and why, what it leads to, other ways; or
  /// what stands against the level.
  public static func plan(
    _ plan: Plan, for assessed: AssessedCluster, in language: LanguageTag
  ) -> Document {
    let words = Words(language)
    let texts = words.texts
    let level = plan.before.questionnaire.levels[plan.target]
    var document = Document(
      title: texts(
        "plan.title",
        [
          "level": .text(words(level.title)), "cluster": .text(assessed.shownName),
          "period": .text(assessed.period),
        ]),
      language: texts.language, facts: words.facts(of: assessed))
    document.blocks.append(
      .paragraph([
        .strong(words.level(plan.before)), .text(". " + words.total(plan.before) + "."),
      ]))
    document.add(plan, words, depth: 1, isHandedOn: false)
    return document
  }

  /// What to improve and why, what it leads to, other ways; or what stands against the level.
  ///
  /// - Parameters:
  ///   - depth: Of its headings.
  ///   - isHandedOn: Whether it stands in a report: it tells all in one table, and gives no confidential
  ///     answers away.
  mutating func add(_ plan: Plan, _ words: Words, depth: Int, isHandedOn: Bool) {
    let texts = words.texts
    switch plan.outcome {
    case .reached: add(paragraph: texts("plan.reached"))
    case .undecided: add(paragraph: texts("plan.undecided"))
    case .impossible(let obstacles):
      add(paragraph: texts("plan.impossible"))
      add(list: obstacles.map { words.obstacle($0, plan.before) })
    case .attainable(let ways): add(ways, plan, words, depth, isHandedOn)
    }
  }

  private mutating func add(
    _ ways: Ways, _ plan: Plan, _ words: Words, _ depth: Int, _ isHandedOn: Bool
  ) {
    let texts = words.texts
    let best = ways.best
    if !ways.untilThen.isEmpty {
      add(paragraph: texts("plan.earliest", ["year": .text(String(ways.reportingYear))]))
      add(list: ways.untilThen.map { words.obstacle($0, plan.before) })
    }
    let effort = texts(
      "plan.effort",
      [
        "effort": .text(words.plain(best.effort)),
        "count": .text(String(best.improvements.count)),
      ])
    let proof = texts(ways.isProvedSmallest ? "plan.smallest" : "plan.not-proved")
    blocks.append(.paragraph([.strong(effort), .text(". " + proof)]))
    if !best.improvements.isEmpty {
      add(heading: texts("plan.improve"), depth: depth)
      add(words.improvements(best, plan, isHandedOn: isHandedOn))
      if !isHandedOn {
        blocks.append(.numbered(best.improvements.map { words.detail($0, plan) }))
      }
    }
    if !best.confirmations.isEmpty {
      add(heading: texts("plan.confirm"), depth: depth)
      add(
        list: best.confirmations.map {
          [.text(words.question(plan.before.questionnaire.questions[$0]))]
        })
    }
    add(heading: texts("plan.profile"), depth: depth)
    add(words.profile(before: plan.before, after: best.after))
    guard !ways.alternatives.isEmpty else { return }
    add(heading: texts("plan.alternatives"), depth: depth)
    blocks.append(
      .numbered(
        ways.alternatives.map {
          words.alternative($0, to: best, plan, isHandedOn: isHandedOn)
        }))
    if ways.mayHaveMore { add(paragraph: texts("plan.more")) }
  }
}
