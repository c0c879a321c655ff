import CEL
import Documents
import Language
import Numbers
import Printing
import Questionnaire
import Rendering
import Testing

/// Everything by which answers become scores and levels stands on paper.
@Suite struct PrintedRulesTests {
  /// Of every shipped model, in both languages, what is missing.
  @Test(arguments: PrintedModelTests.models, ["en", "lt"])
  func everyRule(_ path: String, _ language: String) throws {
    let model = try PrintedModelTests.model(path)
    let document = Document.printed(model, in: LanguageTag(language))
    let paper = Paper(document)
    let missing = RulesOnPaper(model, document.language.rawValue).rules.filter { !paper.shows($0) }
    #expect(missing.isEmpty, "\(missing)")
  }

  /// No condition of a shipped model needs a formula.
  @Test(arguments: PrintedModelTests.models, ["en", "lt"])
  func noFormula(_ path: String, _ language: String) throws {
    let model = try PrintedModelTests.model(path)
    let text = MarkdownRenderer().text(.printed(model, in: LanguageTag(language)))
    let formulas = text.split(separator: "\n").filter { line in
      ["formul", "&&", "||", "==", ">=", "<=", "this", "reporting_year"].contains {
        line.contains($0) && !($0 == "this" && line.contains("this ") && language == "en")
      }
    }
    #expect(formulas.isEmpty)
  }
}

/// A rule: the end of the heading that it has to stand under, and which texts and numbers tell it.
private struct PrintedRule: CustomStringConvertible {
  var section: String
  var texts: [String]
  var description: String { section + ": " + texts.joined(separator: ", ") }
}

/// A printed document by its headings.
private struct Paper {
  private var sections: [(heading: String, text: String)] = []

  init(_ document: Document) {
    sections = [("", "")]
    for block in document.blocks {
      if case .heading(let begun) = block { sections.append((begun.text, "")) }
      sections[sections.count - 1].text += Self.plain(
        MarkdownRenderer().text(
          Document(title: "", language: document.language, blocks: [block])))
    }
  }

  func shows(_ rule: PrintedRule) -> Bool {
    let text = sections.filter { $0.heading.hasSuffix(rule.section) }.map(\.text).joined()
    return rule.texts.allSatisfy { text.contains(Self.plain($0)) }
  }

  /// Without what Markdown escapes, and with one kind of space.
  private static func plain(_ text: String) -> String {
    text.replacing("\\", with: "").replacing("\u{A0}", with: " ")
      .replacing("\n  ", with: " ").replacing("<br>", with: " ")
  }
}

/// What a model says that decides anything, read from the model a second time.
private struct RulesOnPaper {
  private let model: Questionnaire
  private let language: String
  private let style: NumberStyle
  private let texts: Texts
  private(set) var rules: [PrintedRule] = []

  init(_ model: Questionnaire, _ language: String) {
    self.model = model
    self.language = language
    style = .of(language: language)
    texts = .texts(LanguageTag(language))
    for question in model.questions {
      addAnswers(of: question)
      addOthers(of: question)
    }
    addNodes()
    for level in model.levels { add(level) }
    for cap in model.levelCaps { add("", cap.say(language)) }
    for check in model.checks { add(check.conditions, in: check.title(language)) }
    for item in model.recommendations {
      add(item.title(language), item.say(language))
      addRead(by: item.condition, in: item.title(language))
    }
    for bands in [model.peers.size, model.peers.age].compactMap(\.self) {
      for start in bands.starts { add("", style.format(start)) }
    }
    if model.scoring.nodes.minimumCoverage > 0 {
      add("", share(model.scoring.nodes.minimumCoverage))
    }
  }

  private mutating func add(_ section: String, _ texts: String...) {
    rules.append(PrintedRule(section: section, texts: texts))
  }

  private func number(_ value: Rational) -> String {
    (DecimalNumber(exactly: value) ?? value.rounded(places: 2)).map { style.format($0) } ?? ""
  }

  private func share(_ value: Rational) -> String {
    value.rounded(places: 1).map { style.percent($0) } ?? ""
  }

  private mutating func addAnswers(of question: Question) {
    let ask = question.ask(language)
    if case .ladder(let steps) = question.kind {
      for step in steps { add(ask, step(language)) }
    }
    for choice in question.kind.choices { add(ask, choice.text(language)) }
    let points: [Rational]
    switch question.points {
    case .steps(let values): points = values
    case .choices(let values): points = values.compactMap(\.self)
    case .bands(let bands, _):
      points = bands.map(\.points)
    case .linear(let from, let to, _):
      add(ask, number(from), number(to))
      points = []
    case .expression, .met, .unscored: points = []
    }
    for value in points {
      let counted = question.isReversed ? try? question.scale.mirrored(value) : value
      add(ask, number(counted ?? value))
    }
  }

  private mutating func addOthers(of question: Question) {
    let ask = question.ask(language)
    if question.isScored, let node = question.node, model.nodes[node].isWeighing,
      model.questions[model.nodes[node].ownQuestions].count(where: \.isScored) > 1
    {
      add(ask, number(model.statedWeight(of: question.index)))
    }
    for constraint in question.constraints { add(ask, constraint.say(language)) }
    if let hint = question.evidence?.hint { add(ask, hint(language)) }
    for after in question.practice?.after ?? [] {
      add(ask, name(of: model.questions[after]))
    }
    let read =
      [question.showIf, question.points.expression, question.practice?.condition]
      + question.constraints.map(\.condition)
    for expression in read.compactMap(\.self) {
      addRead(by: expression, in: ask, except: question.index)
    }
  }

  private mutating func addNodes() {
    for node in model.nodes {
      let title = node.title(language)
      for cap in node.rule.caps {
        add(title, shown(cap.highest, node.rule.scale), cap.say(language))
        addRead(by: cap.condition, in: title)
      }
      if node.rule.scale != .share {
        let isOwn = node.rule.scale != model.scoring.nodes.scale
        add(
          texts("report.method" + (isOwn ? ".own-rules" : "")), number(node.rule.scale.from),
          number(node.rule.scale.to))
      }
    }
  }

  private mutating func add(_ level: Level) {
    let section = "\(level.number) " + level.title(language)
    if let total = level.total { add(section, shown(total, model.scoring.total.scale)) }
    if let every = level.everyCapacity {
      add(section, shown(every, model.scoring.nodes.scale))
    }
    for (node, least) in level.nodes {
      let node = model.nodes[node]
      add(section, node.title(language), shown(least, node.rule.scale))
    }
    for (node, number) in level.capability {
      add(
        section, model.nodes[node].title(language),
        model.capabilityLevels[number - 1].title(language))
    }
    for quota in level.practices.values { add(section, needed(quota)) }
    add(level.gates, in: section)
  }

  private func shown(_ value: Rational, _ scale: Scale) -> String {
    number((try? scale.shown(value)) ?? value)
  }

  /// Conditions with all that they read, its proof and who confirms it.
  private mutating func add(_ conditions: [Condition], in section: String) {
    let confirmed = texts("print.proof.confirmed")
    for condition in conditions {
      add(section, condition.say(language))
      if case .quota(let quota, _) = condition.rule { add(section, needed(quota)) }
      for expression in condition.expressions {
        addRead(by: expression, in: section)
        for case .answer(let place)? in expression.reads.map({ model.slots.variable(in: $0) }) {
          if let hint = model.questions[place].evidence?.hint { add(section, hint(language)) }
          if model.questions[place].needsConfirmation { add(section, confirmed) }
        }
      }
    }
  }

  private func needed(_ quota: Quota) -> String {
    switch quota {
    case .count(let count): String(count)
    case .share(let share): self.share(share)
    }
  }

  private func name(of question: Question) -> String {
    // A question in quotes may lose its own full stop.
    question.code ?? String(question.ask(language).dropLast())
  }

  /// The names of what an expression reads.
  private mutating func addRead(
    by expression: Expression, in section: String, except own: Int? = nil
  ) {
    for slot in expression.reads {
      switch model.slots.variable(in: slot) {
      case .answer(let place)? where place != own: add(section, name(of: model.questions[place]))
      case .points(let place)?, .confirmed(let place)?, .membersMean(let place)?, .met(let place)?:
        add(section, name(of: model.questions[place]))
      case .score(let node, _)?, .capability(let node)?:
        add(section, model.nodes[node].title(language))
      default: break
      }
    }
  }
}

extension ScoreNode {
  /// Whether the weights of its questions decide anything.
  fileprivate var isWeighing: Bool {
    switch rule.rollUp {
    case .mean, .sum, .geometricMean, .harmonicMean: path == nil
    case .minimum, .median, .best, .path: false
    }
  }
}
