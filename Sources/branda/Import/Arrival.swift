import Diagnostics
import DisplayWidth
import Interview
import Language
import Questionnaire
import Results
import Wording

/// One arrived assessment beside the one that is here: what it brings, and what of it is taken.
struct Arrival {
  let arrived: ArrivedAssessment
  let merge: AssessmentMerge
  private let present: StoredAssessment
  private let sender: String
  private let stepsOn: Bool
  /// Whether it is put in place as it is, with what only facilitators may say.
  private let isRestored: Bool

  /// - Parameters:
  ///   - past: What is known of the one that is here.
  ///   - choice: For which questions the file counts in any case.
  init(
    _ arrived: ArrivedAssessment, into present: StoredAssessment, _ past: AssessmentPast,
    by sender: String, _ choice: ImportChoice, restores: Bool = false
  ) {
    self.arrived = arrived
    self.present = present
    self.sender = sender
    merge = AssessmentMerge(
      of: arrived.assessment, arrived.past, into: present, past, by: sender,
      prefersTheirs: { choice.contains($0, of: arrived.model) })
    isRestored = restores && present.isNew
    stepsOn = Self.stepsOn(arrived.assessment.header, from: present.header)
  }

  /// Handing in is the sender's step; what facilitators do is done where the results are.
  private static func stepsOn(_ theirs: AssessmentHeader, from ours: AssessmentHeader) -> Bool {
    guard theirs.status != .draft, theirs.status != .returned else { return false }
    switch ours.status {
    case .draft: return true
    case .returned:
      // What was handed in before it was returned has not been handed in again.
      guard let then = ours.changed?.at, let now = theirs.changed?.at else { return false }
      return now > then
    default: return false
    }
  }

  private var isNew: Bool { present.isNew }

  /// Those of which something is to be recorded.
  var changed: [AssessmentMerge.Item] {
    merge.items.filter { $0.merged != ($0.ours ?? Response()) }
  }

  private var kept: [KeptResponse] {
    let known = Set(present.kept.map(\.question))
    return arrived.assessment.kept.filter { !known.contains($0.question) }
  }

  /// Whether anything is to be recorded.
  var bringsNews: Bool { isRestored || !changed.isEmpty || !kept.isEmpty || stepsOn }

  /// Whether it would change what nobody may change any more.
  var isRefused: Bool { present.header.status.turn == nil && bringsNews }

  /// The state of the one that is here.
  var status: AssessmentStatus { present.header.status }

  /// How many answers both sides have changed.
  var conflicts: Int {
    merge.items.count { if case .conflict = $0.outcome { true } else { false } }
  }

  /// Says what has been taken: `oak, 2025: 3 answers taken, 1 conflict`.
  func say(_ console: Console) {
    let texts = console.texts
    let name = arrived.key.rater.name.map { " " + $0 } ?? ""
    console.say(
      bringsNews || conflicts > 0 ? "import.summary" : "import.nothing-new",
      [
        "cluster": .text(arrived.key.cluster + name),
        "period": .text(arrived.key.period.description),
        "taken": .counted("import.taken", changed.count, texts),
        "conflicts": .counted("import.conflicts", conflicts, texts),
      ])
  }

  /// What a person should know of what is taken and what is not, each at its place in the file.
  func findings(_ texts: Texts) -> [Diagnostic] {
    let words = AnswerWording(texts, for: .reading)
    var findings = arrived.findings
    for item in merge.items {
      let question = arrived.model.questions[item.question]
      // Nobody is shown what a single member answered.
      let isMembers = arrived.key.member != nil
      func word(_ answer: Answer?) -> Diagnostic.Argument {
        isMembers
          ? .text("…")
          : .text(String(words.state(AnswerState(answer), of: question).prefix(200)))
      }
      func report(_ code: String, _ severity: Diagnostic.Severity) {
        findings.append(
          Diagnostic(
            .init(code), severity, at: isMembers ? nil : arrived.place(of: question),
            [
              "question": .text(question.id), "ours": word(item.ours?.answer),
              "theirs": word(item.theirs.answer),
            ]))
      }
      switch item.outcome {
      case .equal: break
      case .older: report("import.older", .note)
      case .conflict(let part): report("import.conflict-\(part.rawValue)", .warning)
      case .taken:
        if item.ours?.answer != nil, item.ours?.answer != item.merged.answer {
          report("import.replaced", .note)
        }
      }
    }
    if merge.droppedConfirmations > 0, !isRestored {
      findings.append(
        Diagnostic(
          .init("import.confirmations-dropped"), .note, at: arrived.place,
          ["count": .count(merge.droppedConfirmations)]))
    }
    return findings
  }

  /// Records what is taken.
  ///
  /// - Returns: Why the assessment file could not be rewritten, though all is accepted.
  func record(in store: AssessmentStore, at now: Instant) throws(ResultsError) -> ResultsError? {
    if isRestored { return try store.begin(with: arrived.assessment, at: now, by: sender) }
    return try store.together { (store) throws(ResultsError) in try merge(in: store, at: now) }
  }

  private func merge(in store: AssessmentStore, at now: Instant) throws(ResultsError) {
    let theirs = arrived.assessment.header
    try store.update(at: now, by: sender) { header in
      header.name = header.name ?? theirs.name
      header.note = header.note ?? theirs.note
      if header.tags.isEmpty { header.tags = theirs.tags }
      if isNew {
        header.isInvented = theirs.isInvented
        header.form = theirs.form
        header.language = theirs.language
      }
    }
    for item in changed {
      try store.accept(
        item.merged, for: item.question, at: now,
        given: item.merged.answer == item.ours?.answer ? nil : item.given ?? now, by: sender)
    }
    for response in kept { try store.keep(response, at: now, by: sender) }
    if stepsOn {
      try store.update(at: now, by: sender) { $0.take(.submit, at: now, by: sender) }
    }
    if isNew, let place = theirs.resumeAt.flatMap(arrived.model.index) {
      store.setPosition(place)
    }
  }
}

/// For which questions the file's answer counts, whatever is here.
enum ImportChoice {
  case none
  case all
  case questions(Set<String>)

  /// - Parameter text: `all`, or ids with commas between them.
  init(_ text: String?) {
    switch text {
    case nil: self = .none
    case "all": self = .all
    case let text?:
      self = .questions(
        Set(text.split(separator: ",").map { $0.split(separator: " ").joined() }))
    }
  }

  func contains(_ question: Int, of model: Questionnaire) -> Bool {
    switch self {
    case .none: false
    case .all: true
    case .questions(let names): names.contains { model.place(named: $0) == question }
    }
  }

  /// The ids named that are no question of any of the models.
  func unknown(in models: [Questionnaire]) -> [String] {
    guard case .questions(let ids) = self else { return [] }
    return ids.filter { id in !models.contains { $0.place(named: id) != nil } }.sorted()
  }
}

extension AnswerState {
  fileprivate init(_ answer: Answer?) {
    self =
      switch answer {
      case .value(let value): .answered(value)
      case .notApplicable(let reason): .notApplicable(reason: reason)
      case .noData: .noData
      case nil: .unanswered
      }
  }
}
