public import Interview
public import Questionnaire

/// The answers of many assessments of one model, a byte each, question by question.
///
/// A byte is the place of an answer in its question's dictionary, or says that there is none. It is
/// what is *stored*: whether a question is asked follows from the model and `context`, as in an
/// `Interview`. All rows share the reporting year, the form and the respondent.
///
/// A dictionary holds at most 250 answers. Who has more of them, as with amounts of money, takes
/// several columns in turn, as `encoded(_:)` does.
public struct AnswerColumns: Sendable {
  /// The byte of a question that is answered as not applicable.
  public static let notApplicable: UInt8 = 253
  /// The byte of “I don't know”.
  public static let noData: UInt8 = 254
  /// The byte of a question without an answer.
  public static let unanswered: UInt8 = 255
  /// How many different answers a column can hold.
  public static let mostAnswers = 250

  /// The bytes that no stored answer has: what a condition makes of one.
  static let hidden: UInt8 = 251
  static let hiddenForNow: UInt8 = 252

  /// What is stored for one question in all rows.
  struct Column: Sendable {
    /// By code.
    var dictionary: [AnswerValue] = []
    /// By row; `nil` where no row has an answer.
    var codes: Memory<UInt8>?
    /// 1 where a facilitator has confirmed the answer, by row; `nil` where nobody has.
    var confirmed: Memory<UInt8>?
    /// By row; kept for practices only, of which a comment may justify that they are not met.
    var comments: [Int: String] = [:]
  }

  /// The model whose questions are answered.
  public let questionnaire: Questionnaire
  /// The circumstances of all rows.
  public let context: Interview.Context
  /// How many assessments there are.
  public let count: Int
  /// By place in `Questionnaire.questions`.
  let columns: [Column]

  init(
    _ questionnaire: Questionnaire, _ context: Interview.Context, count: Int, _ columns: [Column]
  ) {
    self.questionnaire = questionnaire
    self.context = context
    self.count = count
    self.columns = columns
  }

  /// Takes over bytes.
  ///
  /// - Parameters:
  ///   - codes: By place of the question, a byte for each row; a question without any has no answers.
  ///   - dictionaries: The answers that the bytes stand for, by question. Steps of ladders, single
  ///     choices and yes/no have one by nature: steps and choices in their order, no before yes.
  ///   - confirmed: 1 where a facilitator has confirmed the answer, else 0, by question.
  /// - Complexity: O(*bytes*).
  public init(
    _ questionnaire: Questionnaire, context: Interview.Context, count: Int,
    codes: [Int: [UInt8]], dictionaries: [Int: [AnswerValue]] = [:],
    confirmed: [Int: [UInt8]] = [:]
  ) throws(AnswerColumnsError) {
    var columns = questionnaire.questions.map { Column(dictionary: $0.kind.naturalAnswers ?? []) }
    for (question, dictionary) in dictionaries.sorted(by: { $0.key < $1.key }) {
      guard columns.indices.contains(question) else { throw .noSuchQuestion(question) }
      guard dictionary.count <= Self.mostAnswers else { throw .tooManyAnswers(question: question) }
      guard dictionary.allSatisfy(questionnaire.questions[question].kind.accepts) else {
        throw .answerOfAnotherKind(question: question)
      }
      columns[question].dictionary = dictionary
    }
    for (question, bytes) in codes.sorted(by: { $0.key < $1.key }) {
      guard columns.indices.contains(question) else { throw .noSuchQuestion(question) }
      guard bytes.count == count else { throw .rows(bytes.count, question: question) }
      let known = columns[question].dictionary.count
      guard known <= Self.mostAnswers else { throw .tooManyAnswers(question: question) }
      if let row = bytes.firstIndex(where: { $0 >= known && $0 < Self.notApplicable }) {
        throw .unknownCode(bytes[row], question: question, row: row)
      }
      columns[question].codes = Memory(bytes)
    }
    for (question, bytes) in confirmed.sorted(by: { $0.key < $1.key }) {
      guard columns.indices.contains(question) else { throw .noSuchQuestion(question) }
      guard bytes.count == count else { throw .rows(bytes.count, question: question) }
      if let row = bytes.firstIndex(where: { $0 > 1 }) {
        throw .unknownCode(bytes[row], question: question, row: row)
      }
      columns[question].confirmed = Memory(bytes)
    }
    self.init(questionnaire, context, count: count, columns)
  }

  /// One row as an interview of its own; reasons and evidence are not in columns.
  ///
  /// - Precondition: `row` is less than `count`.
  public func interview(at row: Int) -> Interview {
    var responses: [Int: Response] = [:]
    for (question, column) in columns.enumerated() {
      var response = Response(comment: column.comments[row])
      if let code = column.codes?.start[row] {
        switch code {
        case Self.unanswered: break
        case Self.noData: response.answer = .noData
        case Self.notApplicable: response.answer = .notApplicable(reason: nil)
        default: response.answer = .value(column.dictionary[Int(code)])
        }
      }
      if column.confirmed?.start[row] == 1 { response.confirmation = .unnamed }
      if !response.isEmpty { responses[question] = response }
    }
    return Interview(questionnaire, context: context, responses: responses)
  }

  /// How many bytes the answers take.
  public var byteCount: Int {
    columns.reduce(0) { $0 + ($1.codes?.count ?? 0) + ($1.confirmed?.count ?? 0) }
  }

  /// The same rows so many times over.
  public func repeated(_ times: Int) -> AnswerColumns {
    func repeated(_ memory: Memory<UInt8>) -> Memory<UInt8> {
      let bytes = Array(UnsafeBufferPointer(start: memory.start, count: memory.count))
      return Memory((0..<max(0, times)).flatMap { _ in bytes })
    }
    return AnswerColumns(
      questionnaire, context, count: count * max(0, times),
      columns.map { column in
        var more = column
        more.codes = column.codes.map(repeated)
        more.confirmed = column.confirmed.map(repeated)
        for (row, comment) in column.comments {
          for time in 0..<max(0, times) { more.comments[time * count + row] = comment }
        }
        return more
      })
  }
}

/// Why bytes are no columns of answers. Questions are named by their places in the model.
public enum AnswerColumnsError: Error, Sendable, Hashable {
  case noSuchQuestion(Int)
  /// So many bytes, not one for each row.
  case rows(Int, question: Int)
  /// More answers than a dictionary can hold.
  case tooManyAnswers(question: Int)
  /// A dictionary holds what the question cannot be answered with.
  case answerOfAnotherKind(question: Int)
  /// A byte that stands for nothing.
  case unknownCode(UInt8, question: Int, row: Int)
}

extension AnswerKind {
  /// All answers in the order of their codes; `nil` where they are not given by the model.
  var naturalAnswers: [AnswerValue]? {
    switch self {
    case .ladder(let steps): steps.indices.map { .step($0 + 1) }
    case .single(let choices): choices.indices.map { .choice($0) }
    case .yesNo: [.yesNo(false), .yesNo(true)]
    case .multiple, .integer, .number, .percent, .money, .year, .date, .text: nil
    }
  }
}
