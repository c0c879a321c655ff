import Interview
import Language
import Questionnaire

/// A part of the questionnaire under one heading: the profile, or a capacity.
struct InterviewSection {
  let title: String
  let questions: Range<Int>

  /// The parts in their order, without those that have no questions.
  static func all(of model: Questionnaire, _ texts: Texts) -> [InterviewSection] {
    let profile = InterviewSection(title: texts("plain.profile"), questions: model.profile)
    let capacities = model.capacities.map { capacity in
      InterviewSection(
        title: capacity.title(texts.language.rawValue), questions: capacity.questions)
    }
    return ([profile] + capacities).filter { !$0.questions.isEmpty }
  }

  /// How far the answers of a section have come.
  struct Tally: Equatable {
    var asked = 0
    /// Those with an outcome: a value, not applicable or no data.
    var answered = 0
    /// What is to be put right, open questions not counted.
    var remarks = 0
  }

  func tally(in interview: Interview) -> Tally {
    var tally = Tally()
    for question in questions {
      if interview.isAsked(question) { tally.asked += 1 }
      switch interview.state(of: question) {
      case .answered, .notApplicable, .noData: tally.answered += 1
      case .unanswered, .notAsked: break
      }
      tally.remarks += interview.problems(of: question).count { $0.code != .required }
    }
    return tally
  }

  /// The question to go on with here: the first one open, else the first one asked.
  func entry(in interview: Interview) -> Int? {
    questions.first { interview.state(of: $0) == .unanswered }
      ?? questions.first(where: interview.isAsked)
  }
}

/// How many of the questions asked have which outcome.
struct OutcomeTally: Equatable {
  var asked = 0
  var answered = 0
  var notApplicable = 0
  var noData = 0

  init(_ interview: Interview) {
    for index in interview.asked {
      asked += 1
      switch interview.state(of: index) {
      case .answered: answered += 1
      case .notApplicable: notApplicable += 1
      case .noData: noData += 1
      case .unanswered, .notAsked: break
      }
    }
  }

  /// The same where the heading says already how many are answered; `nil` where that is all.
  func sentenceBesideCount(_ texts: Texts) -> String? {
    notApplicable + noData > 0 ? sentence(texts) : nil
  }

  /// In one sentence: “61 of 66 answered, 2 not applicable, 1 without data.”
  func sentence(_ texts: Texts) -> String {
    var words = [
      texts("plain.counts", ["answered": .text(String(answered)), "count": .count(asked)])
    ]
    if notApplicable > 0 {
      words.append(texts("plain.counts-not-applicable", ["count": .count(notApplicable)]))
    }
    if noData > 0 { words.append(texts("plain.counts-no-data", ["count": .count(noData)])) }
    return words.joined(separator: ", ") + "."
  }
}
