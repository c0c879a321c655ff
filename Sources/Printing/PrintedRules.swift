import Documents
import Language
import Numbers
import Questionnaire
import Wording

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
      add(heading: "\(level.number) " + words(level.title), depth: 2, isWhole: true)
      if let about = level.about { add(paragraph: words(about)) }
      let needs = words.needs(of: level, in: model)
      if needs.isEmpty && level.gates.isEmpty { add(paragraph: texts("print.level-free")) }
      add(list: needs.map { [.text($0)] })
      add(words.table(of: level.gates, headed: "print.gates", in: model))
    }
    addLevelCaps(model, words)
  }

  private mutating func addLevelCaps(_ model: Questionnaire, _ words: Words) {
    guard !model.levelCaps.isEmpty else { return }
    let texts = words.texts
    add(heading: texts("print.level-caps"), depth: 2)
    let conditions = ConditionWording(model, words)
    add(
      list: model.levelCaps.map { cap in
        [
          .text(
            texts(
              cap.level > 0 ? "print.level-cap" : "print.level-cap-none",
              [
                "condition": .text(conditions.worded(cap.condition).run),
                "level": .text(cap.level > 0 ? words(model.levels[cap.level - 1].title) : ""),
                "reason": .text(words(cap.say)),
              ]))
        ]
      })
  }

  /// The lists of conditions that score nothing.
  mutating func addChecks(_ model: Questionnaire, _ words: Words) {
    guard !model.checks.isEmpty else { return }
    add(heading: words.texts("score.checks"), anchor: "checks")
    for check in model.checks {
      add(heading: words(check.title), depth: 2, isWhole: true)
      if let about = check.about { add(paragraph: words(about)) }
      add(words.table(of: check.conditions, headed: "table.condition", in: model))
    }
  }

  /// All advice, the most urgent first, and what raises it.
  mutating func addRecommendations(_ model: Questionnaire, _ words: Words) {
    guard !model.recommendations.isEmpty else { return }
    let texts = words.texts
    add(heading: texts("score.recommendations"), anchor: "recommendations")
    let conditions = ConditionWording(model, words)
    for item in words.byPriority(model.recommendations) {
      add(heading: words(item.title), depth: 2, isWhole: true)
      add(paragraph: words(item.say))
      var details = [
        Definition(texts("print.raised-if"), conditions.worded(item.condition).lines),
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
  /// Conditions, when each is met, and what proves it.
  fileprivate func table(
    of conditions: [Condition], headed heading: String, in model: Questionnaire
  ) -> Document.Table {
    let wording = ConditionWording(model, self)
    let proofs = conditions.map { proof(of: $0, in: model) }
    let hasProofs = proofs.contains { !$0.isEmpty }
    return Document.Table(
      columns: [.init(texts(heading)), .init(texts("print.when-met"))]
        + (hasProofs ? [.init(texts("print.proof"))] : []),
      rows: zip(conditions, proofs).map { condition, proof in
        [.text(self(condition.say)), .text(wording.worded(condition.rule).lines)]
          + (hasProofs ? [.text(proof.isEmpty ? "–" : proof)] : [])
      })
  }

  /// For each answer that a condition reads, the proof that is asked for and who confirms it.
  private func proof(of condition: Condition, in model: Questionnaire) -> String {
    let read = condition.expressions.flatMap(\.reads).compactMap { slot -> Int? in
      switch model.slots.variable(in: slot) {
      case .answer(let question)?, .points(let question)?, .confirmed(let question)?,
        .met(let question)?:
        question
      default: nil
      }
    }
    return Set(read).sorted().compactMap { place in
      let question = model.questions[place]
      let parts = [
        question.evidence?.hint.map { self($0) },
        question.needsConfirmation ? texts("print.proof.confirmed") : nil,
      ].compactMap(\.self)
      return parts.isEmpty ? nil : short(question) + ": " + parts.joined(separator: "; ")
    }.joined(separator: "\n")
  }

  /// Thresholds, capability levels and practices that a level asks for.
  fileprivate func needs(of level: Level, in model: Questionnaire) -> [String] {
    func least(_ share: Rational, _ scale: Scale) -> Language.TextArgument {
      .text(exact((try? scale.shown(share)) ?? share))
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
    if model.hasPractices(upTo: level) { needs.append(texts("print.level-practices")) }
    return needs
      + Practice.Strength.allCases.compactMap { strength in
        level.practices[strength].map { words(of: $0, strength) }
      }
  }
}

extension Questionnaire {
  /// Whether a level asks for practices of its own or of lower levels.
  fileprivate func hasPractices(upTo level: Level) -> Bool {
    questions.contains { question in
      guard case .level(let number)? = question.practice?.level else { return false }
      return number <= level.number
    }
  }
}
