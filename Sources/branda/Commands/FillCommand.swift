import ArgumentParser
import Diagnostics
import DisplayWidth
import Language
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

  @Option(help: .text("option.answers", valueName: "option.file"))
  var answers: String?

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
    let given = try answers.map { try GivenAnswers($0, model, for: key, console) }
    guard let now = Clock.now else { throw Failure("exit.no-clock", exit: .usage) }
    if let given { try given.check(against: present(key, model, console), model, console) }
    let store = try open(key, model, console)
    try introduce(store, at: now, console)
    let resumption = Resumption(
      questionnaire: questionnaire, model: model, key: key, results: results,
      folder: ResultsFolder(results))
    let isComplete: Bool
    if let given {
      isComplete = try given.record(in: store, on: model, at: now, console)
      console.say("fill.saved-in", ["file": .text(resumption.file)])
    } else {
      var conversation = Conversation(
        store, model, console, explicitLanguage: common.language, resumption, startedAt: now)
      isComplete = try conversation.run()
    }
    console.say("fill.score-next", ["command": .text(resumption.scoring)])
    if !isComplete {
      if answers == nil { console.say("fill.go-on", ["command": .text(resumption.command)]) }
      throw Failure.silent(.incomplete)
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
    do {
      return try AssessmentKey(cluster: cluster, questionnaire: model.id, period: period)
    } catch {
      throw Failure(error)
    }
  }

  /// A name stands in one line of a terminal, a table or a report.
  private func checkName() throws(Failure) {
    guard let name, let problem = AssessmentHeader.problem(withName: name) else { return }
    throw Failure(
      "assessment.\(problem.rawValue)", ["count": .count(AssessmentHeader.longestName)],
      exit: .usage)
  }

  private func checkForm(of model: Questionnaire) throws(Failure) {
    guard let form, !model.forms.contains(where: { $0.id == form }) else { return }
    if model.forms.isEmpty { throw Failure("exit.no-forms", exit: .usage) }
    throw Failure(
      "exit.unknown-form",
      ["form": .text(form.madeVisible), "forms": .list(model.forms.map(\.id))], exit: .usage)
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
    let status = store.assessment.header.status
    guard status == .draft || status == .returned else {
      throw Failure(
        "exit.assessment-closed", ["status": .phrase("status.\(status.rawValue)")], exit: .finding)
    }
    return store
  }

  /// Puts what the options say about the assessment into its head.
  private func introduce(
    _ store: AssessmentStore, at now: Instant, _ console: Console
  ) throws(Failure) {
    let language = console.texts.language.rawValue
    do {
      let problem = try store.update(at: now, by: Person.manager) { header in
        if let name { header.name = name }
        if let form { header.form = form }
        header.language = header.language ?? language
      }
      if let problem { console.show([problem.diagnostic]) }
    } catch {
      throw Failure(error)
    }
  }
}

/// Who answers, as histories name them.
enum Person {
  static let manager = "manager"
}
