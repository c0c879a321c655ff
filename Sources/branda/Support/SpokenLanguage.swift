import ArgumentParser
import Language

extension Texts {
  /// The texts of the language this run speaks: `--lang`, else the environment's, else English.
  ///
  /// Help and usage errors are worded before options are parsed, so the option is looked up in the
  /// raw arguments.
  static let spoken = Texts.texts(
    LanguageTag.preferred(
      explicit: languageArgument(in: CommandLine.arguments), saved: nil,
      environment: environment))

  /// A text without arguments in the language this run speaks.
  static func spoken(_ name: String) -> String { spoken(name, [:]) }

  private static func languageArgument(in arguments: [String]) -> String? {
    let arguments = arguments.dropFirst().prefix { $0 != "--" }
    if let joined = arguments.last(where: { $0.hasPrefix("--lang=") }) {
      return String(joined.dropFirst("--lang=".count))
    }
    guard let index = arguments.lastIndex(of: "--lang") else { return nil }
    let next = arguments.index(after: index)
    return next < arguments.endIndex ? arguments[next] : nil
  }
}

extension ArgumentHelp {
  /// A help text of the catalogue.
  static func text(_ name: String, valueName: String? = nil) -> ArgumentHelp {
    ArgumentHelp(Texts.spoken(name), valueName: valueName.map { Texts.spoken($0) })
  }
}
