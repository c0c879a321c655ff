import Interview
import Questionnaire

/// What the cells of a column say.
public enum ColumnTarget: Sendable, Hashable {
  /// Something about the whole assessment.
  case fact(TableFact)
  /// The answer to a question, by its place.
  case value(Int)
  /// Whether one choice of several is ticked.
  case choice(Int, choice: Int)
  /// What goes with the answer to a question.
  case part(Int, AnswerPart)
  /// Nothing that is wanted.
  case ignored

  /// The question it is about; `nil` where it is about none.
  var question: Int? {
    switch self {
    case .value(let question), .choice(let question, _), .part(let question, _): question
    case .fact, .ignored: nil
    }
  }
}

/// What a table says about a whole assessment; the raw value is the column's name.
public enum TableFact: String, Sendable, CaseIterable {
  case cluster, period, name, questionnaire, version, form, language, status, note
  /// Words with spaces, commas or semicolons between them.
  case tags
  /// How numbers are written here, which shows that the program wrote the table.
  case format
  /// What has no column of its own, in the notation of assessments.
  case record

  /// What stands before a name that a question has, too.
  static let prefix = "assessment:"
}

/// What goes with the answer to a question; the raw value follows the question's identifier after a
/// colon.
public enum AnswerPart: String, Sendable, CaseIterable {
  /// Whether it is answered, and if not, why.
  case state
  /// Why it is not applicable.
  case reason
  case comment
  /// One proof a line.
  case evidence
  /// What has no column of its own, in the notation of assessments.
  case record
}

/// The names of columns, as the program writes them.
struct ColumnNames {
  let model: Questionnaire

  func name(_ target: ColumnTarget) -> String {
    switch target {
    case .fact(let fact): name(fact)
    case .value(let question): model.questions[question].id
    case .choice(let question, let choice):
      model.questions[question].id + "[" + model.questions[question].kind.choices[choice].id + "]"
    case .part(let question, let part): model.questions[question].id + ":" + part.rawValue
    case .ignored: ""
    }
  }

  private func name(_ fact: TableFact) -> String {
    (model.index(of: fact.rawValue) == nil ? "" : TableFact.prefix) + fact.rawValue
  }

  /// What a name as the program writes it means; names of earlier versions of the model, too.
  func target(_ name: some StringProtocol) -> ColumnTarget? {
    if let question = question(name) { return .value(question) }
    if let fact = TableFact(rawValue: String(name)) { return .fact(fact) }
    if name.hasPrefix(TableFact.prefix) {
      return TableFact(rawValue: String(name.dropFirst(TableFact.prefix.count)))
        .map { .fact($0) }
    }
    if let colon = name.lastIndex(of: ":"), let question = question(name[..<colon]),
      let part = AnswerPart(rawValue: String(name[name.index(after: colon)...]))
    {
      return .part(question, part)
    }
    if name.hasSuffix("]"), let bracket = name.firstIndex(of: "["),
      let question = question(name[..<bracket])
    {
      return choice(name[name.index(after: bracket)...].dropLast(), of: question)
    }
    return nil
  }

  private func question(_ name: some StringProtocol) -> Int? {
    let name = String(name)
    return model.index(of: name) ?? model.place(ofFormerName: name)
  }

  func choice(_ name: some StringProtocol, of question: Int) -> ColumnTarget? {
    let kind = model.questions[question].kind
    guard case .multiple = kind else { return nil }
    return kind.choice(String(name)).map { .choice(question, choice: $0) }
  }
}
