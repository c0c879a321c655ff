import CEL
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
    let setting = FormSetting(model, form, words)
    document.add(
      paragraph: ([texts("print.form.how")] + setting.places.said).joined(separator: " "))
    for field in ["table.cluster", "table.period"]
      + (isForMembers ? ["print.form.organisation"] : []) + ["print.filled-by", "print.day"]
    {
      document.blocks.append(.blank(Blank(texts(field))))
    }
    document.addFields(setting)
    return document
  }

  /// The profile, then every capacity with its parts below it, as far as anything is asked there.
  private mutating func addFields(_ setting: FormSetting) {
    let model = setting.model
    var number = 0
    func add(_ questions: Range<Int>, depth: Int, to document: inout Document) {
      for question in model.questions[questions] where setting.asks(question) {
        number += 1
        document.addField(question, number, depth: depth, setting)
      }
    }
    func isAsked(_ questions: Range<Int>) -> Bool {
      model.questions[questions].contains(where: setting.asks)
    }
    if isAsked(model.profile) {
      self.add(heading: setting.words.texts("plain.profile"), anchor: "profile")
      add(model.profile, depth: 2, to: &self)
    }
    for node in model.nodes where isAsked(node.questions) {
      addHeading(of: node, setting.words)
      add(node.ownQuestions, depth: 2 + min(node.depth, 3), to: &self)
    }
  }
}

/// What the fields of a form have in common.
struct FormSetting {
  let model: Questionnaire
  let respondent: Respondent
  let words: Words
  /// Of the questions in it.
  let places: DecimalPlaces
  /// By question, whether it stands in the form.
  private let isAsked: [Bool]

  init(_ model: Questionnaire, _ form: BlankForm, _ words: Words) {
    self.model = model
    self.words = words
    respondent = form.respondent
    isAsked = model.questions.map { form.asks($0, of: model) }
    places = DecimalPlaces(zip(model.questions, isAsked).filter(\.1).map(\.0), words.texts)
  }

  func asks(_ question: Question) -> Bool { isAsked[question.index] }

  /// Whether somebody who fills the form in knows what a variable stands for.
  func tells(_ slot: Slot) -> Bool {
    guard case .answer(let question)? = model.slots.variable(in: slot) else { return true }
    return isAsked[question]
  }
}
