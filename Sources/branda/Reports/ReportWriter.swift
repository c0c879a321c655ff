import DisplayWidth
import Documents
import Language
import Rendering
import Spreadsheets
import Synchronization

/// Writes reports into files, each whole or not at all, several at a time. What fails is kept until the
/// end and stands in no other report's way.
struct ReportWriter: Sendable {
  let formats: [ReportFormat]
  /// The folder, or `-` for standard output.
  let output: String
  var look = ReportLook.standard
  var csv = CSVRenderer()
  let console: Console

  /// Writes all, each made when its turn comes, so that hundreds are never held at once.
  ///
  /// - Throws: with the exit code of what failed first, after everything else has been written and all
  ///   failures have been told of.
  func write(_ reports: [@Sendable () -> any Readable]) throws(Failure) {
    if output == "-" {
      guard reports.count * formats.count == 1, let format = formats.first,
        let report = reports.first?()
      else { throw Failure("exit.one-format", exit: .usage) }
      return try console.print(bytes: try bytes(of: report, format))
    }
    Interruption.say(console.texts("report.interrupted"))
    try Files.makeFolder(output)
    let failures = EndingSignals.held { writeFiles(reports) }
    for failure in failures { failure.report() }
    if let first = failures.first { throw .silent(first.exit) }
  }

  /// One report in one format.
  private func bytes(of report: any Readable, _ format: ReportFormat) throws(Failure) -> [UInt8] {
    try EndingSignals.held { () throws(Failure) in
      let printer = format == .pdf ? try PDFPrinter(console) : nil
      var rendering = ReportRendering(report, in: console.texts.language, look, csv, printer)
      return try rendering.bytes(format)
    }
  }

  /// Each report in each format.
  ///
  /// - Returns: What failed, in the order of the reports.
  private func writeFiles(_ reports: [@Sendable () -> any Readable]) -> [Failure] {
    var formats = formats
    var failures: [Failure] = []
    var printer: PDFPrinter?
    if formats.contains(.pdf) {
      do throws(Failure) {
        printer = try PDFPrinter(console)
      } catch {
        // Said once, and the other formats are written all the same.
        failures.append(error)
        formats.removeAll { $0 == .pdf }
      }
    }
    let delivery = Mutex(ReportDelivery(of: reports.count, into: output, console))
    reports.forEachOnAllCores { [formats, printer] place, make in
      guard !EndingSignals.haveCome else { return }
      let outcomes = writeFiles(of: make(), formats, printer)
      delivery.withLock { $0.take(outcomes, of: place) }
    }
    return failures + delivery.withLock { $0.end() }
  }

  /// One report in each format: where it stands now, or why it does not.
  private func writeFiles(
    of report: any Readable, _ formats: [ReportFormat], _ printer: PDFPrinter?
  ) -> [ReportDelivery.Outcome] {
    var rendering = ReportRendering(report, in: console.texts.language, look, csv, printer)
    var outcomes: [ReportDelivery.Outcome] = []
    for format in formats where !EndingSignals.haveCome {
      do throws(Failure) {
        let path = path(of: report, format)
        try Files.write(try rendering.bytes(format), to: path)
        outcomes.append(.success(path))
      } catch {
        outcomes.append(.failure(error))
      }
    }
    return outcomes
  }

  private func path(of report: any Readable, _ format: ReportFormat) -> String {
    output + (output.hasSuffix("/") ? "" : "/") + report.stem + "."
      + format.ending(in: console.texts.language)
  }
}

/// One report on its way into formats; it is built once.
struct ReportRendering {
  private let report: any Readable
  private let language: LanguageTag
  private let look: ReportLook
  private let csv: CSVRenderer
  private let printer: PDFPrinter?
  private var built: Document?

  /// - Parameter printer: What makes PDF; `nil` where none is asked for.
  init(
    _ report: any Readable, in language: LanguageTag, _ look: ReportLook, _ csv: CSVRenderer,
    _ printer: PDFPrinter?
  ) {
    self.report = report
    self.language = language
    self.look = look
    self.csv = csv
    self.printer = printer
  }

  /// The contents of the file.
  mutating func bytes(_ format: ReportFormat) throws(Failure) -> [UInt8] {
    switch format {
    case .markdown: Array(try look.markdown(try document()).utf8)
    case .html: Array(try look.html(try document()).utf8)
    case .pdf: try printer?.print(try look.html(try document().onPaper)) ?? []
    case .xlsx: try spreadsheet()
    case .csv: Array(csv.text(try computed(format).records()).utf8)
    case .json: Array(try computed(format).json().utf8)
    }
  }

  /// The report with all that is in it besides its document.
  private func computed(_ format: ReportFormat) throws(Failure) -> any Report {
    guard let report = report as? any Report else {
      throw ReportFormat.unknown(format.rawValue, ReportFormat.documents)
    }
    return report
  }

  private mutating func spreadsheet() throws(Failure) -> [UInt8] {
    let workbook = try computed(.xlsx).workbook(beside: try document())
    do {
      return try XLSXRenderer().bytes(workbook)
    } catch {
      throw Failure(
        "exit.cannot-make-spreadsheet", ["reason": .text(error.reason.madeVisible)],
        exit: .inputOutput)
    }
  }

  private mutating func document() throws(Failure) -> Document {
    if let built { return built }
    let document = try report.document(in: language)
    built = document
    return document
  }
}
