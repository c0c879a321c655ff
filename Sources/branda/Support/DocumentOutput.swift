import ArgumentParser
import Documents
import Rendering
import Reporting

/// How a command writes its data.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, csv
}

extension Console {
  /// Writes a document as the terminal, or the file behind the output, can show it.
  func print(_ document: Document) throws(Failure) {
    try print(TerminalDocument(width: width, painter: painter, glyphs: glyphs).text(document))
  }

  /// Writes JSON.
  func print(json value: some Encodable) throws(Failure) { try print(Self.json(value)) }

  /// - Throws: where a number cannot be written; exact scores always can.
  static func json(_ value: some Encodable) throws(Failure) -> String {
    do {
      return try JSONRenderer().text(value)
    } catch {
      throw Failure("exit.numbers-too-large", exit: .badData)
    }
  }
}
