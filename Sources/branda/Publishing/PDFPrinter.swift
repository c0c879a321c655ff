import Diagnostics
import DisplayWidth
import Language

/// Makes PDF of HTML by a program that is looked for once: WeasyPrint, whose PDF a screen reader
/// reads best, else Chromium.
struct PDFPrinter: Sendable {
  private let program: any PDFProgram
  /// How long a report may take: by default many times what five hundred clusters need.
  private let seconds: Int

  /// Says which program it takes where that matters.
  ///
  /// - Throws: where there is none.
  init(_ console: Console) throws(Failure) {
    seconds = 300
    let search = PDFProgramSearch(environment)
    let found = try search.weasyPrint()
    for old in found.tooOld {
      console.say(
        "pdf.too-old",
        [
          "program": .text(old.path.madeVisible), "version": .text(old.version.madeVisible),
          "least": .count(WeasyPrint.leastVersion),
        ])
    }
    if let weasyPrint = found.program {
      program = weasyPrint
    } else if let chromium = search.chromium() {
      console.say("pdf.chromium", ["program": .text(chromium.path.madeVisible)])
      program = chromium
    } else {
      throw Failure("exit.no-pdf-program", exit: .missingProgram)
    }
  }

  /// With a program that is known to be there.
  init(_ program: any PDFProgram, seconds: Int) {
    self.program = program
    self.seconds = seconds
  }

  /// The pages. Same HTML, same bytes, where WeasyPrint makes them.
  ///
  /// - Throws: with the program's own words, where it failed.
  func print(_ html: String) throws(Failure) -> [UInt8] {
    var variables = environment
    // Nothing in a PDF may depend on the clock.
    if variables["SOURCE_DATE_EPOCH"] == nil { variables["SOURCE_DATE_EPOCH"] = "0" }
    let name = program.path.madeVisible
    switch try program.print(html, variables, .init(seconds: seconds)) {
    case .notStarted:
      throw Failure("exit.pdf-not-started", ["program": .text(name)], exit: .missingProgram)
    case .stopped:
      throw Failure(
        "exit.pdf-too-long",
        ["program": .text(name), "count": .count(seconds)], exit: .finding)
    case .ended(status: 0, let output, _) where output.starts(with: Array("%PDF-".utf8)):
      return output
    case .ended(let status, _, let errors):
      throw Failure(
        "exit.pdf-failed", ["program": .text(name), "status": .text(String(status))],
        exit: .finding,
        otherWords: errors.split(whereSeparator: \.isNewline).suffix(20).map(\.madeVisible))
    }
  }
}

/// A program that makes PDF of HTML.
protocol PDFProgram: Sendable {
  var path: String { get }
  func print(
    _ html: String, _ variables: [String: String], _ limits: PipedProcess.Limits
  ) throws(Failure) -> PipedProcess.Outcome
}

/// Reads and writes through pipes; tags the PDF by PDF/UA-1.
struct WeasyPrint: PDFProgram {
  /// Older ones claim PDF/UA without the tags that it asks for.
  static let leastVersion = 70

  let path: String

  func print(
    _ html: String, _ variables: [String: String], _ limits: PipedProcess.Limits
  ) -> PipedProcess.Outcome {
    PipedProcess.run(
      [path, "--quiet", "--encoding", "utf-8", "--pdf-variant", "pdf/ua-1", "-", "-"],
      input: Array(html.utf8), variables: variables, limits)
  }
}

/// Reads and writes files; its PDF is tagged, too, but claims no standard.
struct Chromium: PDFProgram {
  let path: String

  func print(
    _ html: String, _ variables: [String: String], _ limits: PipedProcess.Limits
  ) throws(Failure) -> PipedProcess.Outcome {
    let folder = try TemporaryFolder()
    try Files.write(html, to: folder.path + "/report.html", isPrivate: true)
    var words = [
      path, "--headless", "--disable-gpu", "--no-pdf-header-footer",
      "--generate-pdf-document-outline", "--user-data-dir=" + folder.path + "/profile",
      "--print-to-pdf=" + folder.path + "/report.pdf",
    ]
    // What it puts into its own temporary folders goes away with this one.
    var variables = variables
    variables["TMPDIR"] = folder.path
    // Chromium does not run as root with its walls up; the page has no script and needs none.
    if isRoot { words.append("--no-sandbox") }
    let outcome = PipedProcess.run(
      words + ["file://" + folder.path + "/report.html"], variables: variables, limits)
    guard case .ended(status: 0, _, let errors) = outcome else { return outcome }
    let made = try? Files.read(folder.path + "/report.pdf", limit: 500_000_000)
    return .ended(status: 0, output: made?.bytes ?? [], errors: errors)
  }
}
