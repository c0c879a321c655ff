import Diagnostics
import Interview
import Questionnaire
import Results

/// Reads the cells of one response after another.
struct ResponseCells {
  let table: CSVTable
  let model: Questionnaire
  /// What the user says cells mean, by column.
  let answers: [Int: [String: String]]
  private(set) var cells: CellReader
  let words: TableWords

  init(
    _ table: CSVTable, _ model: Questionnaire, _ words: TableWords, _ numbers: NumberCells,
    _ answers: [Int: [String: String]]
  ) {
    self.table = table
    self.model = model
    self.words = words
    self.answers = answers
    cells = CellReader(model, words, numbers)
  }

  /// A response as the table gives it.
  struct Reading {
    var response = Response()
    var at: Instant?
  }

  /// A problem and the cell that has it.
  struct Located: Error {
    var problem: CellProblem
    var address: AnswerCells.Address
  }

  /// Reads the response to a question; what is wrong is added to `problems`.
  mutating func read(
    _ given: AnswerCells, to question: Int, _ problems: inout [Located]
  ) -> Reading {
    let definition = model.questions[question]
    var reading = Reading()
    if let address = given.parts[.record], !table.isEmpty(address) {
      reading = record(address, definition, &problems)
    }
    if let text = text(given.parts[.comment]) {
      reading.response.comment = text
      add(definition.problems(withRemark: text), given.parts[.comment], &problems)
    }
    if let text = text(given.parts[.evidence]) {
      reading.response.evidence = EvidenceText.read(text)
      for proof in reading.response.evidence {
        add(definition.problems(withRemark: proof.text), given.parts[.evidence], &problems)
      }
    }
    do throws(Located) {
      guard let answer = try answer(given, definition) else { return reading }
      guard reading.response.answer == nil else {
        throw located("tables.record-contradicts", given.parts[.record] ?? given.head)
      }
      reading.response.answer = answer
    } catch {
      problems.append(error)
    }
    return reading
  }

  /// What the cells answer; `nil` where they answer nothing.
  private mutating func answer(
    _ given: AnswerCells, _ question: Question
  ) throws(Located) -> Answer? {
    let state = try state(given)
    let value = try value(given, question)
    switch state {
    case nil, .answered:
      // Whoever says that a list is answered and lists nothing has ticked nothing.
      guard let value = value ?? (state == .answered ? Self.nothingTicked(question) : nil) else {
        guard state == .answered else { return nil }
        throw located("tables.state-without-value", given.parts[.state] ?? given.head)
      }
      guard case .value = value else { return try special(value, given, question) }
      if value == .value(.choices([])) {
        do { try cells.check(value, question) } catch { throw located(error, given.head) }
      }
      return value
    case .unanswered, .notAsked, .notApplicable, .noData:
      // Every column of several choices says 0 there, or nothing.
      if let value, value != .value(.choices([])) {
        throw located("tables.state-with-value", given.parts[.state] ?? given.head)
      }
      switch state {
      case .notApplicable: return try special(.notApplicable(reason: nil), given, question)
      case .noData: return try special(.noData, given, question)
      default: return nil
      }
    }
  }

  private static func nothingTicked(_ question: Question) -> Answer? {
    if case .multiple = question.kind { .value(.choices([])) } else { nil }
  }

  /// “Not applicable” with its reason, and “no data”, if the question takes them.
  private func special(
    _ answer: Answer, _ given: AnswerCells, _ question: Question
  ) throws(Located) -> Answer {
    var answer = answer
    if case .notApplicable = answer { answer = .notApplicable(reason: text(given.parts[.reason])) }
    do {
      try cells.check(answer, question)
    } catch {
      var problem = error
      if problem.code == "assessment.reason-missing" {
        problem.help = "tables.write-reason"
        problem.arguments["question"] = .text(question.id)
      }
      throw located(problem, given.parts[.state] ?? given.head)
    }
    return answer
  }

  private func state(_ given: AnswerCells) throws(Located) -> AnswerState.Kind? {
    guard let address = given.parts[.state], let text = text(address)?.trimmed, !text.isEmpty else {
      return nil
    }
    if let state = AnswerState.Kind(rawValue: String(text)) { return state }
    let folded = text.folded
    if words.notApplicable.contains(folded) { return .notApplicable }
    if words.noData.contains(folded) { return .noData }
    throw located(
      CellProblem(
        "tables.unknown-state",
        ["name": .text(String(text)), "known": .list(AnswerState.Kind.allCases.map(\.rawValue))]),
      address
    )
  }

  /// The value in one cell or in those of the choices; the two may stand side by side if they agree.
  private mutating func value(
    _ given: AnswerCells, _ question: Question
  ) throws(Located) -> Answer? {
    let ticked = try ticks(given, question)
    guard let address = given.value, let text = text(address) else { return ticked }
    let answer: Answer
    do {
      answer = try cells.answer(meaning(of: text, address), to: question.index)
    } catch {
      throw located(error, address)
    }
    if let ticked, ticked != answer { throw located("tables.choices-contradict", address) }
    return answer
  }

  private func ticks(_ given: AnswerCells, _ question: Question) throws(Located) -> Answer? {
    var ticked: [Int] = []
    var isAnswered = false
    for (choice, address) in given.choices {
      guard let text = text(address) else { continue }
      guard let isYes = cells.isYes(meaning(of: text, address)) else {
        throw located(CellProblem("tables.not-a-tick", ["value": .text(text)]), address)
      }
      isAnswered = true
      if isYes { ticked.append(choice) }
    }
    guard isAnswered, let first = given.choices.first else { return nil }
    let answer = Answer.value(.choices(ticked.sorted()))
    // That nothing is ticked may go with a state that says why.
    if ticked.isEmpty { return answer }
    do {
      try cells.check(answer, question)
    } catch {
      throw located(
        error, given.choices.first { ticked.contains($0.choice) }?.address ?? first.address)
    }
    return answer
  }

  /// What the user says that a cell means; else what it says.
  private func meaning(of text: String, _ address: AnswerCells.Address) -> String {
    answers[address.column]?[text.folded] ?? text
  }

  private func text(_ address: AnswerCells.Address?) -> String? {
    guard let address, !table.isEmpty(address) else { return nil }
    let text = table.text(address.row, address.column)
    return text.allSatisfy(\.isWhitespace) ? nil : text
  }

  private func record(
    _ address: AnswerCells.Address, _ question: Question, _ problems: inout [Located]
  ) -> Reading {
    let findings = Findings()
    let read = RecordText.read(
      table.text(address.row, address.column), of: question, on: model, findings)
    for finding in findings.list where finding.severity == .error {
      problems.append(
        located(CellProblem(finding.code.rawValue, finding.arguments, help: finding.help), address))
    }
    return Reading(response: read.response, at: read.at)
  }

  private func add(
    _ found: [Problem], _ address: AnswerCells.Address?, _ problems: inout [Located]
  ) {
    guard let address else { return }
    problems += found.map { located(CellProblem($0, model), address) }
  }

  private func located(_ code: String, _ address: AnswerCells.Address?) -> Located {
    located(CellProblem(code), address)
  }

  private func located(_ problem: CellProblem, _ address: AnswerCells.Address?) -> Located {
    Located(problem: problem, address: address ?? .init(row: 0, column: 0))
  }
}

extension CSVTable {
  func isEmpty(_ address: AnswerCells.Address) -> Bool { isEmpty(address.row, address.column) }
}
