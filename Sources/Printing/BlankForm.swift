public import Documents
public import Language
public import Questionnaire
import Wording

/// Which questions a form to fill in by hand has.
public struct BlankForm: Sendable {
  /// The shorter form; `nil` for all questions.
  public var form: Int?
  /// Who fills it in: members get the questions that are asked of them, and nothing else.
  public var respondent: Respondent

  /// By default all that a manager is asked.
  public init(form: Int? = nil, respondent: Respondent = .manager) {
    self.form = form
    self.respondent = respondent
  }

  fileprivate func asks(_ question: Question, of model: Questionnaire) -> Bool {
    question.respondents.contains(respondent)
      && (form.map { question.forms.contains($0) || model.profile.contains(question.index) }
        ?? true)
  }
}

extension Document {
  /// A form to fill in by hand: every question with boxes or lines, without points.
  public static func blankForm(
    _ model: Questionnaire, _ form: BlankForm = BlankForm(), in language: LanguageTag
  ) -> Document {
    let words = Words(language)
    let texts = words.texts
    var facts = [Definition(texts("table.questionnaire"), words.model(model))]
    if let form = form.form {
      facts.append(Definition(texts("table.form"), words(model.forms[form].title)))
    }
    let isForMembers = form.respondent == .members
    if isForMembers {
      facts.append(Definition(texts("print.respondents"), texts("print.respondent.members")))
    }
    var document = Document(title: words(model.title), language: texts.language, facts: facts)
    document.add(heading: texts("print.form"), anchor: "form")
    if let about = model.about { document.add(paragraph: words(about)) }
    document.add(paragraph: texts("print.form.how"))
    for field in ["table.cluster", "table.period"]
      + (isForMembers ? ["print.form.organisation"] : []) + ["print.filled-by", "print.day"]
    {
      document.blocks.append(.blank(Blank(texts(field))))
    }
    document.addFields(model, form, words)
    return document
  }

  /// The profile, then every capacity with its parts below it, as far as anything is asked there.
  private mutating func addFields(_ model: Questionnaire, _ form: BlankForm, _ words: Words) {
    var number = 0
    func add(_ questions: Range<Int>, depth: Int, to document: inout Document) {
      for question in model.questions[questions] where form.asks(question, of: model) {
        number += 1
        document.addField(question, number, of: model, form, depth: depth, words)
      }
    }
    func isAsked(_ questions: Range<Int>) -> Bool {
      model.questions[questions].contains { form.asks($0, of: model) }
    }
    if isAsked(model.profile) {
      self.add(heading: words.texts("plain.profile"), anchor: "profile")
      add(model.profile, depth: 2, to: &self)
    }
    for node in model.nodes where isAsked(node.questions) {
      addHeading(of: node, words)
      add(node.ownQuestions, depth: 2 + min(node.depth, 3), to: &self)
    }
  }

  private mutating func addField(
    _ question: Question, _ number: Int, of model: Questionnaire, _ form: BlankForm, depth: Int,
    _ words: Words
  ) {
    let texts = words.texts
    // Where people know a number, a second one would only confuse.
    add(
      heading: (question.code == nil ? "\(number). " : "") + words.question(question),
      depth: depth, isWhole: true)
    if let condition = question.showIf {
      let told = ConditionWording(model, words).explained(condition)
      blocks.append(
        .paragraph([.strong(texts("print.only-if", ["condition": .text(told)]))]))
    }
    let wording = QuestionWording(question, of: model, texts)
    let guidance = [question.help.map { words($0) }, words.instruction(question, wording)]
      .compactMap(\.self)
    if !guidance.isEmpty { add(paragraph: guidance.joined(separator: " ")) }
    var others: [String] = []
    if question.allowsNoData { others.append(texts("screen.outcome.no-data")) }
    switch question.notApplicable {
    case .refused: break
    case .allowed: others.append(texts("screen.outcome.not-applicable"))
    case .withReason: others.append(texts("print.form.not-applicable"))
    }
    switch question.kind {
    case .ladder, .single, .multiple, .yesNo:
      blocks.append(.choices(words.boxes(question.kind)))
      if !others.isEmpty { blocks.append(.choices(others)) }
    case .text(let lines, _):
      blocks.append(
        .blank(
          Blank(texts("table.answer"), lines: max(1, min(lines, 8)), alternatives: others)))
    case .integer, .number, .percent, .money, .year, .date:
      blocks.append(
        .blank(
          Blank(texts("table.answer"), unit: words.unit(question.kind), alternatives: others)))
    }
    if let evidence = question.evidence, form.respondent == .manager {
      let hint = evidence.hint.map { " (" + words($0) + ")" } ?? ""
      blocks.append(.blank(Blank(texts("table.evidence") + hint)))
    }
    blocks.append(.blank(Blank(texts("print.form.comment"))))
  }
}

extension Words {
  /// What to do, where boxes or lines do not say it.
  fileprivate func instruction(_ question: Question, _ wording: QuestionWording) -> String? {
    switch question.kind {
    case .ladder, .single, .yesNo: texts("print.tick-one")
    case .multiple:
      [texts("print.tick-all"), wording.count].compactMap(\.self).joined(separator: " ")
    case .text: nil
    case .integer, .number, .percent, .money, .year, .date: wording.limits
    }
  }

  /// What can be chosen now.
  fileprivate func boxes(_ kind: AnswerKind) -> [String] {
    switch kind {
    case .ladder(let steps): steps.enumerated().map { "\($0 + 1). " + self($1) }
    case .yesNo: [texts("common.yes"), texts("common.no")]
    default: kind.choices.filter { !$0.isRetired }.map { self($0.text) }
    }
  }

  /// What stands behind a number: per cent, a currency, what is counted.
  fileprivate func unit(_ kind: AnswerKind) -> String? {
    switch kind {
    case .percent: "%"
    case .money(_, let currency): currency
    default: kind.numberLimits?.unit.map { self($0) }
    }
  }
}
