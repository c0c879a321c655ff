import ArgumentParser
import DisplayWidth
import Language

/// A format of reports, by the word that `--format` takes.
enum ReportFormat: String, CaseIterable {
  case markdown = "md"
  case html, pdf, xlsx, csv, json

  /// Those in which any document can be written, whatever it is about.
  static let documents: [ReportFormat] = [.markdown, .html, .pdf]

  /// The formats named, each once, in the order named.
  ///
  /// - Parameter known: Those that may be named.
  static func list(
    _ text: String, of known: [ReportFormat] = allCases
  ) throws(Failure) -> [ReportFormat] {
    var formats: [ReportFormat] = []
    for word in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let format = ReportFormat(rawValue: word.trimmed.lowercased()), known.contains(format)
      else { throw unknown(String(word.trimmed), known) }
      if !formats.contains(format) { formats.append(format) }
    }
    return formats
  }

  /// Why something is not written in a format.
  static func unknown(_ word: String, _ known: [ReportFormat]) -> Failure {
    Failure(
      "exit.unknown-format",
      ["format": .text(word.madeVisible), "formats": .list(known.map(\.rawValue))], exit: .usage)
  }

  /// The end of a file's name; what people read says its language, too.
  func ending(in language: LanguageTag) -> String {
    switch self {
    case .markdown, .html, .pdf, .xlsx: language.rawValue + "." + rawValue
    case .csv, .json: rawValue
    }
  }
}

extension ArgumentHelp {
  /// Help that names all formats.
  static var formats: ArgumentHelp {
    let formats = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
    return ArgumentHelp(
      Texts.spoken("option.formats", ["formats": .text(formats)]),
      valueName: Texts.spoken("option.format.value"))
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }
}
