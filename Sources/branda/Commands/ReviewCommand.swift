import ArgumentParser
import Diagnostics
import DisplayWidth
import Interview
import Language
import Numbers
import Questionnaire
import Results
import Scoring
import Screens
import Terminal

/// `branda review CLUSTER --by NAME`: a facilitator confirms answers, or returns them.
struct ReviewCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "review", abstract: Texts.spoken("command.review"))
  }

  @Argument(help: .text("argument.cluster", valueName: "argument.clusters.value"))
  var cluster: String

  @Option(help: .text("option.reviewer", valueName: "option.reviewer.value"))
  var by: String

  @Option(help: .text("option.period", valueName: "option.period.value"))
  var period: String?

  @Option(help: .text("option.confirm", valueName: "option.confirm.value"))
  var confirm: [String] = []

  @Option(
    name: .customLong("return"), help: .text("option.return", valueName: "option.return.value"))
  var returned: [String] = []

  @Flag(help: .text("option.confirm-all"))
  var confirmAll = false

  @Flag(help: .text("option.lock"))
  var lock = false

  @Flag(help: .text("option.reopen"))
  var reopen = false

  @OptionGroup var folders: FolderOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = try Console(common)
    try checkName()
    guard let now = Clock.now, let today = now.day else {
      throw Failure("exit.no-clock", exit: .usage)
    }
    let reviewed = try ReviewedAssessment(of: cluster, period, folders, console)
    let store = try open(reviewed, console)
    var recorder = ReviewRecorder(store, reviewed.model, by: by, console, startedAt: now)
    let batch = BatchReview(
      confirmed: confirm.flatMap { $0.split(separator: ",").map(String.init) },
      returned: returned, confirmsAll: confirmAll, locks: lock, reopens: reopen)
    if batch.isEmpty {
      try recorder.checkTurn()
      var conversation = ReviewConversation(
        try session(store, reviewed, today, console), recorder, console)
      try conversation.run()
    } else {
      try batch.record(&recorder, on: today)
    }
    sayWhatIs(store, reviewed.model, console)
  }

  /// The name stands in files and in reports, and is not to be taken for somebody who answers.
  private func checkName() throws(Failure) {
    let isTaken = by == "branda" || Rater(by) != nil
    guard isTaken || AssessmentHeader.problem(withName: by) != nil else { return }
    throw Failure("exit.reviewer-name", ["name": .text(by.madeVisible)], exit: .usage)
  }

  private func open(
    _ reviewed: ReviewedAssessment, _ console: Console
  ) throws(Failure) -> AssessmentStore {
    let opened: Checked<AssessmentStore?>
    do {
      opened = try AssessmentStore.open(
        reviewed.key, in: ResultsFolder(folders.results), on: reviewed.model)
    } catch {
      throw Failure(error)
    }
    console.show(opened.diagnostics)
    guard let store = opened.value else { throw .silent(.badData) }
    return store
  }

  private func session(
    _ store: AssessmentStore, _ reviewed: ReviewedAssessment, _ today: Day, _ console: Console
  ) throws(Failure) -> ReviewSession {
    let lastRound = try LastRoundOffers(
      nil, for: reviewed.key, reviewed.model, in: folders.results, console)
    return ReviewSession(
      store.assessment.interview(on: reviewed.model, points: Scorer(reviewed.model).points),
      occasion: ReviewOccasion(
        cluster: store.assessment.header.name ?? reviewed.key.cluster,
        period: reviewed.key.period.description, reviewer: by, today: today,
        lastRound: lastRound.lastRound),
      language: console.texts.language, columns: windowSize(1, environment: environment).columns)
  }

  private func sayWhatIs(_ store: AssessmentStore, _ model: Questionnaire, _ console: Console) {
    let interview = store.assessment.interview(on: model)
    let questions = model.questionsToReview.filter(interview.isAsked)
    console.say(
      "review.recorded",
      [
        "cluster": .text(cluster), "period": .text(store.key.period.description),
        "confirmed": .text(String(questions.count(where: interview.isConfirmed))),
        "returned": .text(
          String(interview.asked.count { interview.response(to: $0)?.returned != nil })),
        "status": .phrase("status.\(store.assessment.header.status.rawValue)"),
      ])
  }
}
