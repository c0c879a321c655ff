import CEL
import Documents
import Language
import Numbers
import Questionnaire
import Scoring

extension Document {
  /// What each level asks for: scores, practices and must-haves.
  mutating func addLevels(_ model: Questionnaire, _ words: Words) {
    let texts = words.texts
    add(heading: texts("report.levels"), anchor: "levels", startsPage: true)
    if !model.capabilityLevels.isEmpty {
      add(paragraph: texts("print.capability-levels"))
      blocks.append(
        .definitions(
          model.capabilityLevels.map { level in
            Definition(
              "\(level.number) " + words(level.title), level.about.map { words($0) } ?? "–")
          }))
    }
    for level in model.levels {
      add(heading: "\(level.number) " + words(level.title), depth: 2)
      if let about = level.about { add(paragraph: words(about)) }
      let needs = words.needs(of: level, in: model)
      if needs.isEmpty && level.gates.isEmpty { add(paragraph: texts("print.level-free")) }
      add(list: needs.map { [.text($0)] })
    }
    if !model.levelCaps.isEmpty {
      add(heading: texts("print.level-caps"), depth: 2)
      add(
        list: model.levelCaps.map { cap in
          let level =
            cap.level > 0
            ? words(model.levels[cap.level - 1].title) : texts("score.level-range-none")
          return [
            .text(
              texts("score.level-cap", ["level": .text(level), "reason": .text(words(cap.say))])),
            .text(" – " + words.told(cap.condition, in: model)),
          ]
        })
    }
    let gates = model.levels.flatMap { level in level.gates.map { (level: level, gate: $0) } }
    add(heading: texts("print.gates"), anchor: "gates")
    if gates.isEmpty { add(paragraph: texts("print.gates-none")) }
    add(
      Table(
        columns: [
          .init(texts("table.level")), .init(texts("table.condition")),
          .init(texts("print.when-met")),
        ],
        rows: gates.map { level, gate in
          [
            .text("\(level.number) " + words(level.title)), .text(words(gate.say)),
            .text(words.told(gate.rule, in: model)),
          ]
        }, keyColumns: 2))
  }

  /// The lists of conditions that score nothing.
  mutating func addChecks(_ model: Questionnaire, _ words: Words) {
    guard !model.checks.isEmpty else { return }
    let texts = words.texts
    add(heading: texts("score.checks"), anchor: "checks")
    for check in model.checks {
      add(heading: words(check.title), depth: 2)
      if let about = check.about { add(paragraph: words(about)) }
      add(
        Table(
          columns: [.init(texts("table.condition")), .init(texts("print.when-met"))],
          rows: check.conditions.map { condition in
            [.text(words(condition.say)), .text(words.told(condition.rule, in: model))]
          }))
    }
  }

  /// The facts by which clusters are grouped for comparison.
  mutating func addGroups(_ model: Questionnaire, _ words: Words) {
    let peers = model.peers.questions
    guard !peers.isEmpty else { return }
    add(heading: words.texts("compare.peers"), depth: 2)
    add(list: peers.map { [.text(words.question(model.questions[$0]))] })
  }

  /// All advice, the most urgent first, and what raises it.
  mutating func addRecommendations(_ model: Questionnaire, _ words: Words) {
    let texts = words.texts
    add(heading: texts("score.recommendations"), anchor: "recommendations", startsPage: true)
    if model.recommendations.isEmpty { add(paragraph: texts("score.recommendations-none")) }
    for item in words.byPriority(model.recommendations) {
      add(heading: words(item.title), depth: 2)
      add(paragraph: words(item.say))
      var details = [
        Definition(texts("print.raised-if"), words.told(item.condition, in: model)),
        Definition(texts("table.priority"), words.priority(item.priority)),
      ]
      if !item.towards.isEmpty {
        details.append(
          Definition(
            texts("print.towards"),
            item.towards.map { words(model.nodes[$0].title) }.joined(separator: ", ")))
      }
      blocks.append(.definitions(details))
    }
  }
}

extension Words {
  /// Thresholds, capability levels and quotas of practices that a level asks for.
  fileprivate func needs(of level: Level, in model: Questionnaire) -> [String] {
    func least(_ share: Rational, _ scale: Scale) -> Language.TextArgument {
      .text(plain((try? scale.shown(share)) ?? share))
    }
    var needs: [String] = []
    if let total = level.total {
      let scale = model.scoring.total.scale
      needs.append(
        texts(words("score.threshold-total", on: scale), ["threshold": least(total, scale)]))
    }
    if let every = level.everyCapacity {
      let scale = model.scoring.nodes.scale
      needs.append(
        texts(
          words("score.threshold-capacity", on: scale),
          ["capacity": .text(texts("print.every-capacity")), "threshold": least(every, scale)]))
    }
    for (node, share) in level.nodes.sorted(by: { $0.key < $1.key }) {
      let scale = model.nodes[node].rule.scale
      needs.append(
        texts(
          words("score.threshold-capacity", on: scale),
          ["capacity": .text(self(model.nodes[node].title)), "threshold": least(share, scale)]))
    }
    func capability(_ node: String, _ number: Int) -> String {
      texts(
        "score.need-capability",
        ["node": .text(node), "level": .text(self(model.capabilityLevels[number - 1].title))])
    }
    if let every = level.everyCapability {
      needs.append(capability(texts("print.every-capacity"), every))
    }
    needs += level.capability.sorted { $0.key < $1.key }.map { node, number in
      capability(self(model.nodes[node].title), number)
    }
    needs += Practice.Strength.allCases.compactMap { strength in
      level.practices[strength].map { words(of: $0, strength) }
    }
    return needs + level.gates.map { self($0.say) }
  }

  /// A rule in words, then as its expressions.
  func told(_ rule: Rule, in model: Questionnaire) -> String {
    switch rule {
    case .expression(let expression): told(expression, in: model)
    case .quota(_, let expressions):
      self.rule(rule, in: model) + "\n" + expressions.map(flat).joined(separator: "\n")
    }
  }
}
