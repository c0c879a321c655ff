import ArgumentParser
import DisplayWidth
import Documents
import Language
import Printing
import Questionnaire
import Rendering

/// `branda print QUESTIONNAIRE`: the model as a document, or a form to fill in by hand.
struct PrintCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "print", abstract: Texts.spoken("command.print"))
  }

  @Argument(help: .text("argument.questionnaire", valueName: "option.file"))
  var questionnaire: String

  @Flag(help: .text("option.blank-form"))
  var form = false

  @Option(help: .text("option.blank-form-only", valueName: "option.form.value"))
  var only: String?

  @Flag(help: .text("option.blank-form-members"))
  var members = false

  @Option(help: .printFormats)
  var format = "text"

  @Option(
    name: .shortAndLong, help: .text("option.print-output", valueName: "option.folder"))
  var output = "-"

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = try Console(common)
    let model = try Questionnaire.named(questionnaire, console)
    let printed = PrintedQuestionnaire(model: model, form: try blankForm(of: model))
    if format == "text" {
      return try console.print(printed.document(in: console.texts.language))
    }
    let writer = ReportWriter(
      formats: try ReportFormat.list(format, of: ReportFormat.documents), output: output,
      console: console)
    try writer.write([{ printed }])
  }

  /// The form to print; `nil` for the whole model.
  private func blankForm(of model: Questionnaire) throws(Failure) -> BlankForm? {
    guard form || only != nil || members else { return nil }
    if members, !model.questions.contains(where: { $0.respondents.contains(.members) }) {
      throw Failure("exit.nothing-for-members", exit: .usage)
    }
    return BlankForm(
      form: try only.map { (form) throws(Failure) in
        try model.form(named: form, option: "--only")
      },
      respondent: members ? .members : .manager)
  }
}

/// A questionnaire as a document.
struct PrintedQuestionnaire: Readable {
  let model: Questionnaire
  /// The form to fill in by hand; `nil` for the whole model.
  let form: BlankForm?

  /// Identifiers and versions are made of letters, digits, dashes and dots: no name leads elsewhere.
  var stem: String {
    let name = model.id + "-" + model.version
    guard let form else { return name }
    return name + (form.respondent == .members ? ".members" : ".form")
      + (form.form.map { "-" + model.forms[$0].id } ?? "")
  }

  func document(in language: LanguageTag) -> Document {
    form.map { .blankForm(model, $0, in: language) } ?? .printed(model, in: language)
  }
}

extension ArgumentHelp {
  fileprivate static var printFormats: ArgumentHelp {
    let formats = ["text"] + ReportFormat.documents.map(\.rawValue)
    return ArgumentHelp(
      Texts.spoken("option.formats", ["formats": .text(formats.joined(separator: ", "))]),
      valueName: Texts.spoken("option.format.value"))
  }
}
