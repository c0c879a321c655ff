import Diagnostics
import DisplayWidth
import Language
import Terminal

/// How a command speaks: its language, its colours, and what goes to which stream.
struct Console: Sendable {
  let texts: Texts
  let isQuiet: Bool
  let glyphs: Glyphs
  /// For data, on the standard output stream.
  let painter: Painter
  private let errorPainter: Painter

  /// - Throws: when the language asked for is none of the program's.
  init(_ options: CommonOptions) throws(Failure) {
    if let language = options.language, LanguageTag.available(language) == nil {
      throw Failure(
        "exit.unknown-language",
        [
          "language": .text(language.madeVisible),
          "languages": .list(Texts.available.map(\.rawValue)),
        ], exit: .usage)
    }
    func painter(_ output: Output) -> Painter {
      Painter(
        isOn: options.color.isColored(environment: environment, isTerminal: output.isTerminal))
    }
    texts = .spoken
    isQuiet = options.quiet
    glyphs = .shown(environment: environment)
    self.painter = painter(.standard)
    errorPainter = painter(.error)
  }

  /// The width that data are laid out for, in columns.
  var width: Int { windowSize(Output.standard.descriptor, environment: environment).columns }

  /// Writes data. A reader who has left (`branda … | head`) is no failure.
  func print(_ text: String) throws(Failure) { try print(bytes: Array(text.utf8)) }

  /// Writes data that are no text.
  func print(bytes: [UInt8]) throws(Failure) {
    do {
      try Output.standard.write(bytes)
    } catch {
      throw Failure(
        "exit.cannot-write-output", ["reason": .reason(error.code)], exit: .inputOutput)
    }
  }

  /// Says a line of the catalogue, unless asked to be quiet.
  func say(_ name: String, _ arguments: [String: TextArgument] = [:]) {
    guard !isQuiet else { return }
    Output.error.say(texts(name, arguments) + "\n")
  }

  /// Shows findings, sorted; when asked to be quiet, only errors.
  func show(_ diagnostics: [Diagnostic]) {
    let painter = errorPainter
    let printer = DiagnosticPrinter(
      texts: texts, paint: { text, role in painter.paint(text, role.style) })
    for diagnostic in diagnostics.sorted where !isQuiet || diagnostic.severity == .error {
      Output.error.say(printer.print(diagnostic))
    }
  }
}

extension DiagnosticPrinter {
  /// A printer that speaks the language of `texts`.
  init(texts: Texts, paint: @escaping Paint = { text, _ in text }) {
    self.init(
      wording: { name, arguments in
        texts.optional(name, arguments.mapValues { TextArgument($0) })
      },
      paint: paint)
  }
}

extension TextArgument {
  /// The value that a finding names, made harmless for a terminal.
  init(_ argument: Diagnostic.Argument) {
    self =
      switch argument {
      case .text(let text): .text(text.madeVisible)
      case .count(let count): .count(count)
      case .list(let items): .list(items.map(\.madeVisible))
      case .phrase(let name): .phrase(name)
      }
  }
}

extension DiagnosticPrinter.Role {
  fileprivate var style: Style {
    switch self {
    case .place: .bold
    case .error, .caret: Style(.red, isBold: true)
    case .warning: Style(.yellow, isBold: true)
    case .note: Style(.cyan)
    case .code: Style(.brightBlack)
    case .help: Style(.green)
    }
  }
}
