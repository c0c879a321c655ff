import ArgumentParser
import DisplayWidth
import Documents
import Language
import Questionnaire
import Rendering
import Reporting

/// `branda print QUESTIONNAIRE`: the model as a document, or a form to fill in by hand.
struct PrintCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "print", abstract: Texts.spoken("command.print"))
  }

  @Argument(help: .text("argument.questionnaire", valueName: "option.file"))
  var questionnaire: String

  @Flag(help: .text("option.blank-form"))
  var form = false

  @Option(help: .printFormats)
  var format = "text"

  @Option(
    name: .shortAndLong, help: .text("option.print-output", valueName: "option.folder"))
  var output = "-"

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = try Console(common)
    let printed = PrintedQuestionnaire(
      model: try Questionnaire.named(questionnaire, console), isForm: form)
    if format == "text" {
      return try console.print(printed.document(in: console.texts.language))
    }
    let writer = ReportWriter(
      formats: try ReportFormat.list(format, of: ReportFormat.documents), output: output,
      console: console)
    try writer.write([{ printed }])
  }
}

/// A questionnaire as a document.
struct PrintedQuestionnaire: Report {
  let model: Questionnaire
  let isForm: Bool

  /// Identifiers and versions are made of letters, digits, dashes and dots: no name leads elsewhere.
  var stem: String { model.id + "-" + model.version + (isForm ? ".form" : "") }

  func document(in language: LanguageTag) -> Document {
    isForm ? .blankForm(model, in: language) : .printed(model, in: language)
  }

  // The command takes no formats but those of documents; these answer for who asks all the same.

  func workbook(beside document: Document) throws(Failure) -> Workbook {
    throw ReportFormat.unknown(ReportFormat.xlsx.rawValue, ReportFormat.documents)
  }

  func records() throws(Failure) -> Records {
    throw ReportFormat.unknown(ReportFormat.csv.rawValue, ReportFormat.documents)
  }

  func json() throws(Failure) -> String {
    throw ReportFormat.unknown(ReportFormat.json.rawValue, ReportFormat.documents)
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
