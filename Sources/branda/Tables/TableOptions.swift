import ArgumentParser
import DisplayWidth
import Language
import Tables

/// How tables are written.
struct TableOptions: ParsableArguments {
  @Option(help: .text("option.separator", valueName: "option.separator.value"))
  var separator: String?

  @Option(help: .text("option.decimal", valueName: "option.decimal.value"))
  var decimal: DecimalMark?

  /// What stands before decimal places.
  enum DecimalMark: String, CaseIterable, ExpressibleByArgument {
    case point, comma

    var character: Character { self == .comma ? "," : "." }
  }

  /// The separator named; `nil` where none is.
  func namedSeparator() throws(Failure) -> Separator? {
    guard let separator else { return nil }
    guard let named = Separator(separator) else {
      throw Failure(
        "exit.unknown-separator",
        [
          "name": .text(separator.madeVisible),
          "known": .list(Separator.allCases.map(\.rawValue)),
        ], exit: .usage)
    }
    return named
  }
}
