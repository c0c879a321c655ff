import Diagnostics
import Numbers
import Questionnaire

/// A model as a flat list of subjects with their properties, in which two versions are easily
/// compared: what the loader has filled in is there, and what is only another way of writing is not.
struct ModelOutline {
  /// One subject.
  struct Entry {
    let subject: Subject
    let place: Place?
    /// The identifiers it had, by its own account.
    var formerNames: [String] = []
    /// What it inherits from: a property that changes there as it does here is told once.
    var heir: Subject?
    var properties: [(property: Property, value: Value)] = []
    var texts: [(property: Property, text: LocalizedText)] = []

    init(_ subject: Subject, at place: Place?) {
      self.subject = subject
      self.place = place
    }

    mutating func set(_ key: String, _ detail: String?, _ value: Value?) {
      if let value { properties.append((Property(key, detail), value)) }
    }

    mutating func set(_ key: String, _ number: Rational?) {
      set(key, nil, number.map(Value.number))
    }

    mutating func set(_ key: String, _ word: String?) { set(key, nil, word.map(Value.word)) }

    /// What is seldom so is told only where it is so.
    mutating func set(_ key: String, _ holds: Bool) {
      if holds { set(key, "true") }
    }

    mutating func set(_ key: String, _ expression: Expression?) {
      set(key, nil, expression.map { .expression($0.source) })
    }

    mutating func text(_ key: String, _ text: LocalizedText?) {
      if let text { texts.append((Property(key), text)) }
    }

    mutating func text(_ key: String, _ number: Int, _ text: LocalizedText) {
      texts.append((Property(key, String(number)), text))
    }
  }

  private(set) var entries: [Entry] = []

  init(_ model: Questionnaire) {
    add(model)
    addScoring(of: model)
    for form in model.forms {
      var entry = Entry(Subject(.form, form.id), at: form.place)
      entry.text("title", form.title)
      entries.append(entry)
    }
    for aspect in model.aspects {
      var entry = Entry(Subject(.aspect, aspect.id), at: aspect.place)
      entry.text("title", aspect.title)
      entries.append(entry)
    }
    for question in model.questions { entries += Self.entries(of: question, in: model) }
    for node in model.nodes { entries += Self.entries(of: node, in: model) }
    entries += Self.levelEntries(of: model)
    entries += Self.checkEntries(of: model)
    for recommendation in model.recommendations {
      var entry = Entry(
        Subject(.recommendation, recommendation.id), at: recommendation.place)
      entry.set("when", recommendation.condition)
      entry.set("priority", recommendation.priority.rawValue)
      let towards = recommendation.towards.map { model.nodes[$0].id }
      entry.set("towards", towards.isEmpty ? nil : Notation.list(towards))
      entry.text("title", recommendation.title)
      entry.text("say", recommendation.say)
      entries.append(entry)
    }
  }

  private mutating func add(_ model: Questionnaire) {
    var entry = Entry(Subject(.questionnaire), at: nil)
    entry.set("questionnaire", model.id)
    entry.set("version", model.version)
    entry.set("languages", Notation.list(model.languages))
    entry.set("period", model.periodUnit.rawValue)
    let peers = model.peers
    func name(_ question: Int) -> Value { .word(model.questions[question].id) }
    func bands(_ bands: PeerFacts.Bands) -> Value {
      .word(
        model.questions[bands.question].id + " "
          + Notation.list(bands.starts.map { Notation.number($0.rational) }))
    }
    entry.set("peers", "classifier", peers.classifier.map { .word($0.id + " " + $0.version) })
    entry.set("peers", "field", peers.field.map(name))
    entry.set("peers", "region", peers.region.map(name))
    entry.set("peers", "size", peers.size.map(bands))
    entry.set("peers", "age", peers.age.map(bands))
    if !peers.others.isEmpty {
      entry.set(
        "peers", "facts", .word(Notation.list(peers.others.map { model.questions[$0].id })))
    }
    entry.text("title", model.title)
    entry.text("about", model.about)
    entries.append(entry)
  }

  private mutating func addScoring(of model: Questionnaire) {
    let scoring = model.scoring
    var entry = Entry(Subject(.scoring), at: nil)
    entry.set("points", Notation.scale(scoring.points))
    entry.setPolicy(scoring.nodes)
    entry.set("total", Notation.rollUp(scoring.total.rollUp))
    if !model.aspects.isEmpty {
      switch scoring.aspects {
      case .minimum: entry.set("combine", "minimum")
      case .mean(let weights):
        entry.set("combine", weights.isEmpty ? "mean" : Notation.list(weights.map(Notation.number)))
      }
    }
    if model.questions.contains(where: { $0.practice != nil }) {
      entry.set("practices.not_applicable", scoring.practices.notApplicable.rawValue)
      entry.set("practices.justification", Rational(scoring.practices.justification))
    }
    entries.append(entry)
  }
}

extension ModelOutline.Entry {
  /// How a score comes about, as far as it is inherited.
  mutating func setPolicy(_ rule: ScoreRule) {
    set("roll_up", Notation.rollUp(rule.rollUp))
    set("unanswered", rule.unanswered.rawValue)
    set("no_data", rule.noData.rawValue)
    set("not_applicable", rule.notApplicable.rawValue)
    set("minimum_coverage", rule.minimumCoverage)
    set("scale", Notation.scale(rule.scale))
  }
}

extension ModelOutline {
  fileprivate static func entries(of node: ScoreNode, in model: Questionnaire) -> [Entry] {
    var entry = Entry(Subject(.node, node.id), at: node.place)
    entry.heir = node.parent.map { Subject(.node, model.nodes[$0].id) } ?? Subject(.scoring)
    entry.set("part_of", node.parent.map { model.nodes[$0].id })
    let whole = node.parent.map { model.nodes[$0].rule } ?? model.scoring.total
    entry.set(
      "weight", whole.rollUp == .sum ? Notation.declared(node.weight, node.rule.scale) : node.weight
    )
    entry.setPolicy(node.rule)
    entry.text("title", node.title)
    entry.text("about", node.about)
    return [entry]
      + node.rule.caps.map { cap in
        var entry = Entry(Subject(.cap, cap.id), at: cap.place)
        entry.set("node", node.id)
        entry.set("if", cap.condition)
        entry.set("at_most", try? node.rule.scale.shown(cap.highest))
        entry.text("say", cap.say)
        return entry
      }
  }

  fileprivate static func checkEntries(of model: Questionnaire) -> [Entry] {
    model.checks.flatMap { check in
      var entry = Entry(Subject(.check, check.id), at: check.place)
      entry.text("title", check.title)
      entry.text("about", check.about)
      return [entry]
        + check.conditions.map {
          Entry(of: $0, Subject(.condition, $0.id, of: check.id))
        }
    }
  }

  fileprivate static func levelEntries(of model: Questionnaire) -> [Entry] {
    var entries = model.capabilityLevels.map { level in
      var entry = Entry(Subject(.capabilityLevel, level.id), at: level.place)
      entry.set("number", Rational(level.number))
      entry.text("title", level.title)
      entry.text("about", level.about)
      return entry
    }
    for level in model.levels {
      entries.append(Self.entry(of: level, in: model))
      entries += level.gates.map { gate in
        var entry = Entry(of: gate, Subject(.gate, gate.id))
        entry.set("level", level.id)
        return entry
      }
    }
    return entries
      + model.levelCaps.map { cap in
        var entry = Entry(Subject(.levelCap, cap.id), at: cap.place)
        entry.set("if", cap.condition)
        entry.set("at_most", model.levels[cap.level - 1].id)
        entry.text("say", cap.say)
        return entry
      }
  }

  private static func entry(of level: Level, in model: Questionnaire) -> Entry {
    var entry = Entry(Subject(.level, level.id), at: level.place)
    let capabilities = model.capabilityLevels
    entry.set("number", Rational(level.number))
    entry.set("total", level.total.flatMap { try? model.scoring.total.scale.shown($0) })
    let scale = model.capacities.first?.rule.scale ?? .share
    entry.set("every_capacity", level.everyCapacity.flatMap { try? scale.shown($0) })
    for (place, share) in level.nodes.sorted(by: { $0.key < $1.key }) {
      let node = model.nodes[place]
      entry.set("capacities", node.id, (try? node.rule.scale.shown(share)).map(Value.number))
    }
    entry.set("every_capability", level.everyCapability.map { capabilities[$0 - 1].id })
    for (place, number) in level.capability.sorted(by: { $0.key < $1.key }) {
      entry.set("capability", model.nodes[place].id, .word(capabilities[number - 1].id))
    }
    for strength in Practice.Strength.allCases {
      entry.set(
        "practices", strength.rawValue,
        level.practices[strength].map { .word(Notation.quota($0)) })
    }
    entry.text("title", level.title)
    entry.text("about", level.about)
    return entry
  }
}

extension ModelOutline.Entry {
  fileprivate init(of condition: Condition, _ subject: Subject) {
    self.init(subject, at: condition.place)
    switch condition.rule {
    case .expression(let expression): set("if", expression)
    case .quota(let quota, let expressions):
      set("quota", Notation.quota(quota))
      for (number, expression) in expressions.enumerated() {
        set("of", String(number + 1), .expression(expression.source))
      }
    }
    text("say", condition.say)
  }
}
