import ArgumentParser
import Diagnostics
import DisplayWidth
import Interview
import Language
import Numbers
import Questionnaire
import Results

/// `branda fill QUESTIONNAIRE --cluster ID`: asks, or takes a file of answers, and keeps what is
/// answered.
struct FillCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "fill", abstract: Texts.spoken("command.fill"))
  }

  @Argument(help: .text("argument.questionnaire", valueName: "option.file"))
  var questionnaire: String

  @Option(help: .text("option.cluster", valueName: "option.cluster.value"))
  var cluster: String

  @Option(help: .text("option.fill-period", valueName: "option.period.value"))
  var period: String?

  @Option(help: .text("option.form", valueName: "option.form.value"))
  var form: String?

  @Option(help: .text("option.name", valueName: "option.name.value"))
  var name: String?

  @Option(
    name: .customLong("tag"), help: .text("option.fill-tag", valueName: "option.tag.value"))
  var tags: [String] = []

  @Option(help: .text("option.answers", valueName: "option.file"))
  var answers: String?

  @Option(name: .customLong("as"), help: .text("option.as", valueName: "option.as.value"))
  var respondent: String?

  @Option(help: .text("option.from", valueName: "option.from.value"))
  var from: String?

  @Flag(help: .text("option.take-over"))
  var takeOver = false

  @Flag(help: .text("option.submit"))
  var submit = false

  @Flag(help: .text("option.plain"))
  var plain = false

  @Option(help: .text("option.results", valueName: "option.folder"))
  var results = "results"

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = try Console(common)
    try checkName()
    let model = try Questionnaire.named(questionnaire, console)
    try checkForm(of: model)
    let key = try key(for: model)
    try checkTags(of: key)
    try checkMembersQuestions(of: model, key)
    let offers = try LastRoundOffers(from, for: key, model, in: results, console)
    let batch = try batch(for: key, model, offers.lastRound, console)
    guard let now = Clock.now else { throw Failure("exit.no-clock", exit: .usage) }
    if let batch { try batch.check(against: present(key, model, console), model, console) }
    let store = try open(key, model, console)
    try introduce(store, on: model, at: now, console)
    let resumption = Resumption(
      questionnaire: questionnaire, model: model, key: key, from: from, results: results,
      folder: ResultsFolder(results))
    let isComplete: Bool
    if let batch {
      isComplete = try batch.record(in: store, on: model, at: now, console)
      console.say("fill.saved-in", ["file": .text(resumption.file)])
    } else {
      isComplete = try ask(store, model, console, resumption, offers.lastRound, startedAt: now)
    }
    if key.rater == .manager {
      console.say("fill.score-next", ["command": .text(resumption.scoring)])
    }
    if !isComplete {
      if batch == nil { console.say("fill.go-on", ["command": .text(resumption.command)]) }
      throw Failure.silent(.incomplete)
    }
  }

  /// Asks on the front that suits the terminal and the person.
  private func ask(
    _ store: AssessmentStore, _ model: Questionnaire, _ console: Console,
    _ resumption: Resumption, _ lastRound: LastRound?, startedAt now: Instant
  ) throws(Failure) -> Bool {
    let opening = InterviewOpening(
      store, model, explicitLanguage: common.language, resumption, lastRound)
    let carrier = EffectCarrier(store, console, startedAt: now)
    switch Front.chosen(isPlain: plain, environment: environment) {
    case .lines:
      var conversation = Conversation(opening, carrier, console, resumption)
      return try conversation.run()
    case .screen:
      var conversation = ScreenConversation(opening, carrier, console, resumption)
      return try conversation.run()
    }
  }

  /// The round: the one named, else the last that is over.
  private func key(for model: Questionnaire) throws(Failure) -> AssessmentKey {
    let last = Clock.now?.day.flatMap { Period.lastFull(model.periodUnit, before: $0) }
    guard let period = period.map(Period.init(text:)) ?? last, period.unit == model.periodUnit
    else {
      guard let period else { throw Failure("exit.no-clock", exit: .usage) }
      throw Failure(
        "exit.invalid-period",
        ["period": .text(period.madeVisible), "example": .text(model.periodUnit.example)],
        exit: .usage)
    }
    let rater = try rater()
    do {
      return try AssessmentKey(
        cluster: cluster, questionnaire: model.id, period: period, rater: rater)
    } catch {
      throw Failure(error)
    }
  }

  /// Whose answers; without the option the manager's.
  private func rater() throws(Failure) -> Rater {
    guard let respondent else { return .manager }
    guard let rater = Rater(respondent) else {
      throw Failure("exit.not-a-respondent", ["name": .text(respondent.madeVisible)], exit: .usage)
    }
    return rater
  }

  private func checkMembersQuestions(
    of model: Questionnaire, _ key: AssessmentKey
  ) throws(Failure) {
    guard key.member != nil,
      !model.questions.contains(where: { $0.respondents.contains(.members) })
    else { return }
    throw Failure("exit.nothing-for-members", exit: .usage)
  }

  /// What is recorded all at once; `nil` where somebody is to be asked.
  private func batch(
    for key: AssessmentKey, _ model: Questionnaire, _ lastRound: LastRound?, _ console: Console
  ) throws(Failure) -> GivenAnswers? {
    guard answers != nil || takeOver || submit else { return nil }
    var batch = try GivenAnswers(answers, model, for: key, console)
    if takeOver {
      guard let lastRound else { throw Failure("exit.no-last-round", exit: .missingInput) }
      batch.lastRound = lastRound
    }
    batch.submits = submit
    return batch
  }

  /// A name stands in one line of a terminal, a table or a report.
  private func checkName() throws(Failure) {
    guard let name, let problem = AssessmentHeader.problem(withName: name) else { return }
    throw Failure(
      "assessment.\(problem.rawValue)", ["count": .count(AssessmentHeader.longestName)],
      exit: .usage)
  }

  /// Tags are of the cluster's own assessment; `none` takes away those that are there.
  private func checkTags(of key: AssessmentKey) throws(Failure) {
    if !tags.isEmpty, key.rater != .manager {
      throw Failure("exit.tag-of-rater", exit: .usage)
    }
    if let tag = tags.first(where: { !AssessmentHeader.isTag($0) }) {
      throw Failure("exit.invalid-tag", ["name": .text(tag.madeVisible)], exit: .usage)
    }
    if tags.contains("none"), tags.count > 1 { throw Failure("exit.tag-none", exit: .usage) }
  }

  private func checkForm(of model: Questionnaire) throws(Failure) {
    if let form { _ = try model.form(named: form) }
  }

  /// What stands already, without laying a hand on the folder; nothing where there is nothing.
  private func present(
    _ key: AssessmentKey, _ model: Questionnaire, _ console: Console
  ) throws(Failure) -> StoredAssessment {
    let read: Checked<StoredAssessment?>
    do { read = try ResultsFolder(results).read(key, on: model) } catch { throw Failure(error) }
    guard var assessment = read.value else {
      console.show(read.diagnostics)
      throw .silent(.badData)
    }
    try checkTurn(assessment)
    assessment.header.form = form ?? assessment.header.form
    return assessment
  }

  private func open(
    _ key: AssessmentKey, _ model: Questionnaire, _ console: Console
  ) throws(Failure) -> AssessmentStore {
    let opened: Checked<AssessmentStore?>
    do {
      opened = try AssessmentStore.open(key, in: ResultsFolder(results), on: model)
    } catch {
      throw Failure(error)
    }
    console.show(opened.diagnostics)
    guard let store = opened.value else { throw .silent(.badData) }
    try checkTurn(store.assessment)
    return store
  }

  /// What is handed in, confirmed or locked takes no answers.
  private func checkTurn(_ assessment: StoredAssessment) throws(Failure) {
    let status = assessment.header.status
    guard status.turn != .respondent else { return }
    throw Failure(
      status == .submitted ? "exit.assessment-submitted" : "exit.assessment-closed",
      [
        "status": .phrase("status.\(status.rawValue)"),
        "cluster": .text(assessment.header.cluster.madeVisible),
      ], exit: .finding)
  }

  /// Puts what the options say about the assessment into its head.
  private func introduce(
    _ store: AssessmentStore, on model: Questionnaire, at now: Instant, _ console: Console
  ) throws(Failure) {
    let language = console.texts.language.rawValue
    do {
      let isNew = store.assessment.isNew
      let earlier =
        isNew ? try ResultsFolder(results).headBefore(store.key, on: model) : nil
      let problem = try store.update(at: now, by: store.key.respondent) { header in
        if let earlier { header.takeOver(from: earlier) }
        if let name { header.name = name }
        if let form { header.form = form }
        if !tags.isEmpty { header.tags = tags == ["none"] ? [] : Set(tags).sorted() }
        header.language = header.language ?? language
      }
      if let problem { console.show([problem.diagnostic]) }
      if isNew { Self.tellOddities(of: store, on: now.day, console) }
    } catch {
      throw Failure(error)
    }
  }

  /// What is allowed of a new assessment, but seldom meant.
  private static func tellOddities(
    of store: AssessmentStore, on today: Day?, _ console: Console
  ) {
    let key = store.key
    if let today, let first = key.period.firstDay, first > today {
      console.show([
        Diagnostic(
          .init("fill.period-ahead"), .note, at: nil,
          ["period": .text(key.period.description)])
      ])
    }
    if key.rater == .manager, store.assessment.header.name == nil {
      console.say("fill.no-name", ["cluster": .text(key.cluster)])
    }
  }
}
