/// The texts of one language, read from their source.
///
/// One entry a line, `name = text`; `name#category = text` for one plural form of it. Lines that
/// begin with `#` are headings. `{argument}` is a place to fill (letters, digits and `_`, beginning
/// with a letter; any other brace is itself), `\n` a line break.
struct CatalogueFile: Sendable {
  /// Entries by name, plural forms under `name#category`.
  private(set) var entries: [String: String] = [:]
  /// Lines that are no entry or repeat one; none in a catalogue that passes its tests.
  private(set) var badLines: [String] = []

  init(_ source: String) {
    for line in source.split(separator: "\n") {
      let line = line.drop { $0 == " " }
      if line.isEmpty || line.hasPrefix("#") { continue }
      guard let equals = line.firstRange(of: " = ") else {
        badLines.append(String(line))
        continue
      }
      let name = String(line[..<equals.lowerBound])
      let text = line[equals.upperBound...].replacing("\\n", with: "\n")
      if name.contains(" ") || entries.updateValue(String(text), forKey: name) != nil {
        badLines.append(String(line))
      }
    }
  }
}

/// A text cut into its own words and the places to fill.
struct TextTemplate: Sendable {
  enum Piece: Sendable, Equatable {
    case words(Substring)
    case place(String)
  }

  private(set) var pieces: [Piece] = []

  init(_ text: String) {
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      let inside = rest[rest.index(after: open)...]
      let name = inside.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
      guard name.first?.isLetter == true, inside[name.endIndex...].first == "}" else {
        pieces.append(.words(rest[...open]))
        rest = inside
        continue
      }
      pieces.append(.words(rest[..<open]))
      pieces.append(.place(String(name)))
      rest = inside[name.endIndex...].dropFirst()
    }
    pieces.append(.words(rest))
  }

  /// The names of the places to fill.
  var places: Set<String> {
    Set(
      pieces.compactMap { piece in
        if case .place(let name) = piece { name } else { nil }
      })
  }

  /// The text with its places filled; a place without a value stays visible as `{name}`.
  func filled(_ value: (String) -> String?) -> String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .words(let words): text += words
      case .place(let name): text += value(name) ?? "{\(name)}"
      }
    }
    return text
  }
}
