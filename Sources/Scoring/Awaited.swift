public import Interview
import Questionnaire

/// What keeps a condition undecided, by what would decide it.
///
/// The lists hold places in `Questionnaire.questions`, ascending. The last four say why nothing is
/// to come from a question; a condition that reads it stays undecided while that is so.
public struct Awaited: Sendable, Hashable {
  /// Questions whose answers are missing, also those that may come to be asked. An answer that is
  /// missing stands here even where its confirmation is missing, too.
  public internal(set) var answers: [Int] = []
  /// Questions whose answers a facilitator has to confirm.
  public internal(set) var confirmations: [Int] = []
  /// Questions that too few members have answered.
  public internal(set) var membersAnswers: [Int] = []
  /// Whether totals of earlier rounds are missing.
  public internal(set) var earlierRounds = false
  /// Questions that other answers, or who is asked, leave out.
  public internal(set) var notAsked: [Int] = []
  /// Questions that the form of the assessment leaves out.
  public internal(set) var outsideForm: [Int] = []
  /// Questions answered as not applicable.
  public internal(set) var notApplicable: [Int] = []
  /// Questions whose answers have no points.
  public internal(set) var withoutPoints: [Int] = []

  /// What the questions that something waits for lack, by what became of each.
  public init(_ questions: [Int], of interview: Interview) {
    for question in questions { add(question, of: interview) }
  }

  init() {}

  /// Of a condition that is decided, or whose rule failed.
  public static let nothing = Awaited()

  /// Whether nothing is awaited: the condition is decided, or its rule failed.
  public var isEmpty: Bool { self == .nothing }

  /// Adds all that another condition waits for.
  mutating func add(_ other: Awaited) {
    guard !isEmpty else {
      self = other
      return
    }
    guard !other.isEmpty else { return }
    for list in [
      \Awaited.answers, \.confirmations, \.membersAnswers, \.notAsked, \.outsideForm,
      \.notApplicable, \.withoutPoints,
    ] as [WritableKeyPath<Awaited, [Int]>] {
      for question in other[keyPath: list] { self[keyPath: list].insertAscending(question) }
    }
    earlierRounds = earlierRounds || other.earlierRounds
  }

  /// Adds a question whose answer, or points, are unknown, by what became of it.
  mutating func add(_ question: Int, of interview: Interview) {
    switch interview.state(of: question) {
    case .unanswered, .noData: answers.insertAscending(question)
    case .notApplicable: notApplicable.insertAscending(question)
    case .answered: withoutPoints.insertAscending(question)
    case .notAsked:
      if interview.visibilityIsOpen(question) {
        answers.insertAscending(question)
      } else if interview.leavesOutByForm(question) {
        outsideForm.insertAscending(question)
      } else {
        notAsked.insertAscending(question)
      }
    }
  }

  /// Adds a question whose confirmation is unknown.
  mutating func addConfirmation(of question: Int, _ interview: Interview) {
    switch interview.state(of: question) {
    case .unanswered, .notAsked: add(question, of: interview)
    case .answered, .notApplicable, .noData: confirmations.insertAscending(question)
    }
  }
}

extension Interview {
  fileprivate func leavesOutByForm(_ question: Int) -> Bool {
    guard let form = context.form, questionnaire.forms.indices.contains(form) else { return false }
    return !questionnaire.profile.contains(question)
      && !questionnaire.questions[question].forms.contains(form)
  }
}

extension [Int] {
  /// Inserts a number where it belongs, unless it is there.
  mutating func insertAscending(_ number: Int) {
    if let last, last >= number {
      insertInside(number)
    } else {
      append(number)
    }
  }

  private mutating func insertInside(_ number: Int) {
    let place = firstIndex { $0 >= number } ?? count
    if place == count || self[place] != number { insert(number, at: place) }
  }
}
