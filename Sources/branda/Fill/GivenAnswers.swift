import Diagnostics
import Interview
import Language
import Questionnaire
import Results
import Scoring
import Screens
import YAML

/// What is recorded without asking anybody: answers of a file, YAML or JSON, answers of last time,
/// and that the assessment is handed in.
struct GivenAnswers {
  /// Whose answers are taken over where the file gives none; `nil` where none are to be.
  var lastRound: LastRound?
  /// Whether the assessment is handed in at the end.
  var submits = false
  private let responses: [Int: Response]
  /// Where the file names each question.
  private let places: [String: Place]

  /// Reads the file; what is wrong with it is shown.
  ///
  /// - Parameter path: `nil` for no file.
  /// - Parameter key: Whose answers are wanted. Another cluster's are refused; those of another
  ///   period, as when last year's are taken over, are told of.
  init(
    _ path: String?, _ model: Questionnaire, for key: AssessmentKey, _ console: Console
  ) throws(Failure) {
    guard let path else {
      responses = [:]
      places = [:]
      return
    }
    let file = try Files.read(path)
    var read = AnswersFile.read(file, on: model)
    if let header = read.value?.header {
      read.diagnostics += Self.differences(of: header, from: key, in: file)
    }
    console.show(read.diagnostics)
    guard let answers = read.value, !read.hasErrors else {
      console.sayRefused(read.diagnostics)
      throw .silent(.badData)
    }
    responses = answers.responses
    places = Self.places(in: file)
  }

  private static func differences(
    of header: AssessmentHeader, from key: AssessmentKey, in file: SourceFile
  ) -> [Diagnostic] {
    let root = YAML.parse(file).value
    var findings: [Diagnostic] = []
    if header.cluster != key.cluster {
      findings.append(
        Diagnostic(
          .init("fill.answers-of-other-cluster"), at: root?["cluster"]?.place,
          ["given": .text(header.cluster), "wanted": .text(key.cluster)]))
    }
    if header.rater != key.rater {
      findings.append(
        Diagnostic(
          .init("fill.answers-of-other-respondent"),
          at: (root?["member"] ?? root?["facilitator"] ?? root?["cluster"])?.place,
          ["given": .text(header.rater.description), "wanted": .text(key.respondent)]))
    }
    if header.period != key.period {
      findings.append(
        Diagnostic(
          .init("fill.answers-of-other-period"), .note, at: root?["period"]?.place,
          [
            "given": .text(header.period.description), "wanted": .text(key.period.description),
          ]))
    }
    return findings
  }

  /// Refuses answers that are wrong by what stands already; writes nothing.
  func check(against assessment: StoredAssessment, _ model: Questionnaire, _ console: Console)
    throws(Failure)
  {
    let outcome = Outcome(responses, lastRound, on: assessment, model)
    var findings = outcome.findings(places, console)
    if submits { findings += outcome.obstacles(console) }
    guard findings.contains(where: { $0.severity == .error }) else { return }
    console.show(findings)
    console.sayRefused(findings)
    throw .silent(.badData)
  }

  /// Records all answers; tells whether everything is answered, or the whole is handed in.
  ///
  /// Answers to questions that are not asked are parked, and told of. A facilitator's confirmation
  /// in the file counts for nothing: whoever fills in cannot confirm.
  func record(
    in store: AssessmentStore, on model: Questionnaire, at now: Instant, _ console: Console
  ) throws(Failure) -> Bool {
    // Once more, with what may have come in between.
    try check(against: store.assessment, model, console)
    let outcome = Outcome(responses, lastRound, on: store.assessment, model)
    console.show(outcome.findings(places, console) + outcome.missingEvidence)
    try write(outcome.changed, of: outcome.interview, to: store, at: now, console)
    if lastRound != nil {
      console.say("fill.taken-over", ["count": .count(outcome.takenOver)])
    } else if responses.isEmpty {
      // Nothing was to be recorded.
    } else if outcome.changed.isEmpty {
      console.say("fill.answers-unchanged")
    } else {
      console.say("fill.answers-recorded", ["count": .count(outcome.changed.count)])
    }
    guard submits else { return outcome.interview.isComplete }
    do {
      if let problem = try store.submit(at: now) { console.show([problem.diagnostic]) }
    } catch {
      throw Failure(error)
    }
    console.say(store.key.rater == .manager ? "fill.submitted" : "fill.submitted-other")
    return true
  }

  private func write(
    _ changed: [Int], of interview: Interview, to store: AssessmentStore, at now: Instant,
    _ console: Console
  ) throws(Failure) {
    var problem: ResultsError?
    do {
      for question in changed {
        let present = store.assessment.responses[question]
        for stage in interview.response(to: question)?.stages(from: present) ?? [nil] {
          problem = try store.accept(stage, for: question, at: now, by: store.key.respondent)
        }
      }
    } catch {
      throw Failure(error)
    }
    problem = store.setPosition(interview.firstOpen()) ?? problem
    if let problem { console.show([problem.diagnostic]) }
  }

  private static func places(in file: SourceFile) -> [String: Place] {
    guard let root = YAML.parse(file).value else { return [:] }
    let sections = [root, root["answers"], root["parked"]].compactMap(\.self)
    var places: [String: Place] = [:]
    for section in sections {
      for (key, _) in section.entries {
        if let id = key.scalar?.text { places[id] = key.place }
      }
    }
    return places
  }
}

extension Response {
  /// The response as a person at a terminal would give it, the answer first, then its proofs, then
  /// the remark, so that the histories are the same; what is taken over from last time is given in
  /// one.
  fileprivate func stages(from present: Response?) -> [Response?] {
    guard carried == nil else { return [self] }
    let before = present ?? Response()
    var answered = self
    answered.evidence = before.evidence
    answered.comment = before.comment
    var proved = self
    proved.comment = before.comment
    var stages: [Response?] = []
    for stage in [answered, proved, self] where stage != (stages.last ?? before) {
      stages.append(stage)
    }
    return stages
  }
}

/// What an assessment becomes by the answers.
private struct Outcome {
  private(set) var interview: Interview
  /// How many confirmations are given that do not stand already.
  private var droppedConfirmations = 0
  /// The questions whose responses differ from those that stand.
  private(set) var changed: [Int] = []
  /// How many of them are answered as last time.
  private(set) var takenOver = 0
  private let standing: Set<Problem>

  init(
    _ responses: [Int: Response], _ lastRound: LastRound?, on assessment: StoredAssessment,
    _ model: Questionnaire
  ) {
    interview = assessment.interview(on: model, points: Scorer(model).points)
    standing = Set(interview.problems)
    for (question, given) in responses.sorted(by: { $0.key < $1.key }) {
      let present = interview.response(to: question)
      let response = given.merged(into: present)
      if given.confirmation != nil, given.confirmation != response.confirmation {
        droppedConfirmations += 1
      }
      guard response != present else { continue }
      interview.store(response, for: question)
      changed.append(question)
    }
    if let lastRound {
      let taken = interview.takeOverAll(lastRound)
      takenOver = taken.count
      changed += taken.filter { !changed.contains($0) }
    }
  }

  /// What stands in the way of handing the whole in.
  func obstacles(_ console: Console) -> [Diagnostic] {
    let wording = ProblemWording(interview.questionnaire, console.texts)
    return interview.obstaclesToSubmitting.map { problem in
      Diagnostic(
        .init("fill.submit-obstacle"), .error, at: nil,
        [
          "question": .text(interview.questionnaire.questions[problem.question].id),
          "message": .text(wording.sentence(problem)),
        ])
    }
  }

  /// The answers that need evidence and have none, together: nothing is recorded the less for it.
  var missingEvidence: [Diagnostic] {
    let questions = interview.problems.filter { $0.code == .evidenceMissing }
      .map { interview.questionnaire.questions[$0.question].id }
    guard !questions.isEmpty else { return [] }
    return [
      Diagnostic(
        .init("fill.evidence-missing"), .note, at: nil,
        ["count": .count(questions.count), "questions": .list(questions)])
    ]
  }

  /// What the answers together make wrong, and which of them do not count.
  func findings(_ places: [String: Place], _ console: Console) -> [Diagnostic] {
    let model = interview.questionnaire
    var findings: [Diagnostic] = []
    for problem in interview.problems where !standing.contains(problem) {
      guard let message = problem.message else { continue }
      let id = model.questions[problem.question].id
      findings.append(
        Diagnostic(
          .init("fill.answer-constraint"), problem.severity == .error ? .error : .warning,
          at: places[id],
          ["question": .text(id), "message": .text(message(console.texts.language.rawValue))]))
    }
    for question in changed where interview.isParked(question) {
      let id = model.questions[question].id
      findings.append(
        Diagnostic(.init("fill.answer-parked"), .note, at: places[id], ["question": .text(id)]))
    }
    if droppedConfirmations > 0 {
      findings.append(
        Diagnostic(
          .init("fill.confirmations-dropped"), .note, at: nil,
          ["count": .count(droppedConfirmations)]))
    }
    return findings
  }
}

extension Response {
  /// The response with the remarks that stand already where it brings none of its own.
  fileprivate func merged(into present: Response?) -> Response {
    // Only the program itself says that an answer was taken over or returned.
    var response = present?.answered(answer ?? present?.answer) ?? Response(answer: answer)
    response.evidence = evidence
    response.comment = comment ?? present?.comment
    if evidence.isEmpty { response.evidence = present?.evidence ?? [] }
    return response
  }
}

extension Console {
  fileprivate func sayRefused(_ findings: [Diagnostic]) {
    let count = findings.count { $0.severity == .error }
    say("fill.answers-refused", ["errors": .counted("common.errors", count, texts)])
  }
}
