public import Diagnostics
import DisplayWidth
public import Language

extension [Diagnostic] {
  /// The findings as a person would see them, in one language, one after the other.
  public func printed(in language: LanguageTag = LanguageTag("en")) -> String {
    let printer = DiagnosticPrinter.plain(in: language)
    return map { printer.print($0) }.joined()
  }

  /// One line a finding: place, severity, code.
  public var summary: [String] {
    map { finding in
      let start = finding.place?.start
      let place = start.map { "\($0.line):\($0.column)" } ?? "-"
      return "\(place) \(finding.severity.rawValue) \(finding.code.rawValue)"
    }
  }
}

extension DiagnosticPrinter {
  /// A printer without colour, with the program's texts.
  public static func plain(in language: LanguageTag) -> DiagnosticPrinter {
    let texts = Texts.texts(language)
    return DiagnosticPrinter { name, arguments in
      texts.optional(name, arguments.mapValues(TextArgument.init))
    }
  }
}

extension TextArgument {
  fileprivate init(_ argument: Diagnostic.Argument) {
    self =
      switch argument {
      case .text(let text): .text(text.madeVisible)
      case .count(let count): .count(count)
      case .list(let items): .list(items.map(\.madeVisible))
      case .phrase(let name): .phrase(name)
      }
  }
}
