import CEL
import Language
import Numbers
import Questionnaire
import Wording

/// What variables are called, and how the values beside them are written.
extension ConditionWording {
  /// In what a variable counts.
  enum Measure: Equatable {
    case number
    /// An answer of this question, or the mean of several.
    case answer(question: Int)
    /// A share of people, 0 … 1.
    case share
    case percent
    /// A year or a day.
    case time
    /// Steps or levels with titles of their own, by number.
    case ranks(Ranks)
  }

  enum Ranks: Equatable {
    case steps(question: Int)
    case levels, capabilityLevels
  }

  func measure(of term: Outline.Term) -> Measure {
    switch term {
    case .variable(let slot): measure(of: slot)
    case .call(.firstAnswered, let terms), .call(.least, let terms), .call(.greatest, let terms):
      terms.first.map(measure) ?? .number
    case .call(.clamped, let terms): terms.first.map(measure) ?? .number
    case .chain(let first, let links): money(first, links) ?? .number
    default: .number
    }
  }

  /// An amount of money, where one is multiplied or divided, or several are added.
  private func money(_ first: Outline.Term, _ links: [Outline.Link]) -> Measure? {
    func amount(_ term: Outline.Term) -> Measure? {
      let measure = measure(of: term)
      guard case .answer(let question) = measure,
        case .money = model.questions[question].kind
      else { return nil }
      return measure
    }
    let operations = Set(links.map(\.operation))
    let amounts = ([first] + links.map(\.operand)).compactMap(amount)
    guard let money = amount(first) else { return nil }
    if operations.isSubset(of: [.multiply, .divide]) { return amounts.count == 1 ? money : nil }
    return operations.isSubset(of: [.add, .subtract]) && amounts.count == links.count + 1
      ? money : nil
  }

  func measure(of slot: Slot) -> Measure {
    switch model.slots.variable(in: slot) {
    case .answer(let question)?:
      switch model.questions[question].kind {
      case .ladder: .ranks(.steps(question: question))
      case .year, .date: .time
      default: .answer(question: question)
      }
    case .membersMean(let question)?:
      switch model.questions[question].kind {
      case .yesNo: .share
      case .percent, .money: .answer(question: question)
      default: .number
      }
    case .reportingYear?: .time
    case .level?: .ranks(.levels)
    case .capability?: .ranks(.capabilityLevels)
    case .completeness?: .percent
    default: .number
    }
  }

  func isOwn(_ slot: Slot) -> Bool {
    own.map { model.slots.variable(in: slot) == .answer($0) } ?? false
  }

  func isAnswer(_ slot: Slot) -> Bool {
    if case .answer? = model.slots.variable(in: slot) { true } else { false }
  }

  /// What a variable stands for: a question by its number, else in its words.
  ///
  /// - Parameter asAnswer: Whether the answer that is being given may be called just that.
  func name(of slot: Slot, asAnswer: Bool = true) -> String {
    guard let variable = model.slots.variable(in: slot) else { return "?" }
    func named(_ name: String, _ text: String) -> String {
      texts("print.variable.\(name)", ["name": .text(text)])
    }
    if asAnswer, isOwn(slot) { return texts("print.variable.own") }
    switch variable {
    case .answer(let question), .confirmed(let question), .met(let question):
      return words.short(model.questions[question])
    case .points(let question): return named("points", words.short(model.questions[question]))
    case .membersMean(let question):
      let isShare = measure(of: slot) == .share
      return named(isShare ? "members-share" : "members", words.short(model.questions[question]))
    case .reportingYear, .total, .completeness, .level, .changeOfTotal, .previousChangeOfTotal,
      .gatesConfirmed:
      return texts("print.variable.\(model.name(of: variable))")
    case .capacityScore(let capacity):
      return named("score", words(model.capacities[capacity].title))
    case .score(let node, let aspect):
      let title = words(model.nodes[node].title)
      return named(
        "score", aspect.map { title + ", " + words(model.aspects[$0].title) } ?? title)
    case .capability(let node): return named("capability", words(model.nodes[node].title))
    case .check(let check): return words(model.checks[check].title)
    }
  }

  // MARK: Values

  /// A number as the values of an expression are written.
  func amount(_ value: Rational, measuredLike expression: Expression) -> String {
    guard let term = expression.program.term, let number = DecimalNumber(exactly: value) else {
      return words.exact(value)
    }
    return self.number(number, measure(of: term))
  }

  /// A value as the answer that it is.
  func value(_ value: Value, _ measure: Measure) -> String {
    switch value {
    case .string(let id): choice(id, measure)
    case .bool(let holds): texts(holds ? "explain.true" : "explain.false")
    case .int(let number): self.number(DecimalNumber(Int(number)), measure)
    case .uint(let number): self.number(DecimalNumber(Int(clamping: number)), measure)
    case .double(let number):
      DecimalNumber(rounding: number, places: 6).map { self.number($0, measure) }
        ?? value.description
    case .timestamp(let time): day(time) ?? value.description
    default: value.description
    }
  }

  private func choice(_ id: String, _ measure: Measure) -> String {
    guard case .answer(let question) = measure else { return quoted(id) }
    let kind = model.questions[question].kind
    if case .yesNo = kind {
      return quoted(texts(id == AnswerKind.yes ? "common.yes" : "common.no"))
    }
    return quoted(kind.choices.first { $0.id == id }.map { words($0.text) } ?? id)
  }

  private func number(_ number: DecimalNumber, _ measure: Measure) -> String {
    switch measure {
    case .number: words.numbers.format(number)
    case .time: words.numbers.format(number, grouping: false)
    case .percent: words.numbers.percent(number)
    case .share:
      (try? number.rational.multiplied(by: 100)).map { words.share($0) }
        ?? words.numbers.format(number)
    case .answer(let question):
      switch model.questions[question].kind {
      case .percent, .money: words.answers.number(number, of: model.questions[question].kind)
      default: words.numbers.format(number)
      }
    case .ranks(let ranks): rank(number, ranks)
    }
  }

  /// A step or level by number and title; in the question itself the title stands just above.
  private func rank(_ number: DecimalNumber, _ ranks: Ranks) -> String {
    let (name, titles, isNamed): (String, [LocalizedText], Bool) =
      switch ranks {
      case .steps(let question):
        if case .ladder(let steps) = model.questions[question].kind {
          ("step", steps, question != own)
        } else {
          ("step", [], false)
        }
      case .levels: ("level", model.levels.map(\.title), true)
      case .capabilityLevels: ("level", model.capabilityLevels.map(\.title), true)
      }
    if name == "level", number == 0 { return texts("print.rank.none") }
    let shown = words.numbers.format(number)
    let ranked = texts("print.rank.\(name)", ["number": .text(shown)])
    guard isNamed, let place = Int(number.description).map({ $0 - 1 }),
      titles.indices.contains(place)
    else { return ranked }
    return ranked + " (" + quoted(words(titles[place])) + ")"
  }

  private func day(_ time: Timestamp) -> String? {
    let days = Int((Double(time.secondsSince1970) / 86_400).rounded(.down))
    return Day(daysSince1970: days).map {
      texts.date(year: $0.year, month: $0.month, day: $0.day)
    }
  }

  private func quoted(_ text: String) -> String { texts("common.quoted", ["text": .text(text)]) }
}

extension Words {
  /// The number of a question people know, else the question in quotes.
  func short(_ question: Question) -> String {
    question.code ?? texts("common.quoted", ["text": .text(self(question.ask))])
  }
}
