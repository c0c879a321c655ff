public import Interview
import Numbers
import Questionnaire

extension AnswerColumns {
  /// Interviews as columns, in their order: a new set of columns begins where the model or the
  /// circumstances change, and where a dictionary is full.
  ///
  /// - Complexity: O(*interviews* × *questions*).
  public static func encoded(_ interviews: some Sequence<Interview>) -> [AnswerColumns] {
    var result: [AnswerColumns] = []
    var open: Encoder?
    for interview in interviews {
      if open?.add(interview) == true { continue }
      if let open { result.append(open.columns) }
      var next = Encoder(interview)
      // A single row always has room.
      _ = next.add(interview)
      open = next
    }
    if let open { result.append(open.columns) }
    return result
  }

  /// Columns while rows are added.
  private struct Encoder {
    private let model: Questionnaire
    private let context: Interview.Context
    private var count = 0
    private var written: [Column]
    /// By question, then by row; empty as long as there is nothing to tell.
    private var answers: [[UInt8]]
    private var confirmations: [[UInt8]]
    private var codes: [[AnswerValue: UInt8]]

    init(_ interview: Interview) {
      model = interview.questionnaire
      context = interview.context
      written = model.questions.map { Column(dictionary: $0.kind.columnAnswers ?? []) }
      answers = Array(repeating: [], count: written.count)
      confirmations = answers
      codes = written.map { column in
        Dictionary(
          uniqueKeysWithValues: column.dictionary.enumerated().map {
            ($0.element, UInt8($0.offset))
          })
      }
    }

    var columns: AnswerColumns {
      var columns = written
      for question in columns.indices {
        if !answers[question].isEmpty { columns[question].codes = Memory(answers[question]) }
        if !confirmations[question].isEmpty {
          columns[question].confirmed = Memory(confirmations[question])
        }
      }
      return AnswerColumns(model, context, count: count, columns)
    }

    /// Whether there was room for the row; else nothing has changed.
    mutating func add(_ interview: Interview) -> Bool {
      guard interview.questionnaire === model, interview.context.isAlike(context),
        hasRoom(interview)
      else { return false }
      for question in written.indices {
        let response = interview.response(to: question)
        let code = code(response?.answer, question)
        answers[question].append(code, unless: unanswered, before: count)
        confirmations[question].append(
          response?.confirmation == nil ? 0 : 1, unless: 0, before: count)
        if model.questions[question].practice != nil, let comment = response?.comment {
          written[question].comments[count] = comment
        }
      }
      count += 1
      return true
    }

    private func hasRoom(_ interview: Interview) -> Bool {
      written.indices.allSatisfy { question in
        guard written[question].dictionary.count >= mostAnswers,
          case .value(let value)? = interview.response(to: question)?.answer
        else { return true }
        return codes[question][value] != nil || !model.questions[question].kind.accepts(value)
      }
    }

    private mutating func code(_ answer: Answer?, _ question: Int) -> UInt8 {
      switch answer {
      case nil: return unanswered
      case .noData: return noData
      case .notApplicable: return notApplicable
      case .value(let value):
        // What is not of the question's kind counts as unanswered everywhere.
        guard model.questions[question].kind.accepts(value) else { return unanswered }
        if let code = codes[question][value] { return code }
        let code = UInt8(written[question].dictionary.count)
        written[question].dictionary.append(value)
        codes[question][value] = code
        return code
      }
    }
  }
}

extension [UInt8] {
  /// Adds a byte behind `count` others; as long as all are the same usual one, there are none.
  fileprivate mutating func append(_ byte: UInt8, unless usual: UInt8, before count: Int) {
    if isEmpty {
      guard byte != usual else { return }
      self = Array(repeating: usual, count: count)
    }
    append(byte)
  }
}

extension AnswerKind {
  /// The natural dictionary, where a column can hold it; else it is gathered from the answers.
  fileprivate var columnAnswers: [AnswerValue]? {
    naturalAnswers.flatMap { $0.count <= AnswerColumns.mostAnswers ? $0 : nil }
  }
}

extension Interview.Context {
  /// Whether the same questions are asked in them; proof takes no part in scores.
  fileprivate func isAlike(_ other: Interview.Context) -> Bool {
    reportingYear == other.reportingYear && form == other.form && respondent == other.respondent
  }
}

extension Confirmation {
  /// That somebody has confirmed; when and by whom is not in columns.
  static var unnamed: Confirmation? {
    Day(daysSince1970: 0).map { Confirmation(by: "", on: $0) }
  }
}
