import Diagnostics
import Questionnaire

/// The choices or steps of one question by everything that a cell may call them.
struct ChoiceTexts {
  private let choices: [Choice]
  /// By folded text in any language; several where texts agree.
  private var byText: [String: Set<Int>] = [:]
  /// The most separators that a text has inside, and one: how many pieces can be one choice.
  private var longestPieces = 1

  init(_ kind: AnswerKind) {
    choices = kind.choices
    if case .ladder(let steps) = kind {
      for place in steps.indices { add(steps[place], place) }
    }
    for place in choices.indices { add(choices[place].text, place) }
  }

  private mutating func add(_ text: LocalizedText, _ place: Int) {
    for version in text.versions {
      byText[version.text.folded, default: []].insert(place)
      longestPieces = max(longestPieces, version.text.count(where: Self.isSeparator) + 1)
    }
  }

  /// Finding out what is one choice takes at most this many pieces of a cell.
  private static let mostPieces = 1000

  private static func isSeparator(_ character: Character) -> Bool {
    character == "," || character == ";" || character == "|" || character == "\n"
  }

  /// The place of the one choice that a cell names, by identifier, else by text.
  ///
  /// - Returns: `nil` where none is called so.
  /// - Throws: Where several are.
  func place(_ text: some StringProtocol) throws(CellProblem) -> Int? {
    let text = String(text.trimmed)
    if let place = identifier(text) { return place }
    guard let places = byText[text.folded], let first = places.first else { return nil }
    guard places.count == 1 else {
      throw CellProblem(
        "tables.ambiguous-choice",
        ["value": .text(text), "candidates": .list(places.sorted().map(name))])
    }
    return first
  }

  private func name(_ place: Int) -> String {
    choices.indices.contains(place) ? choices[place].id : String(place + 1)
  }

  private func identifier(_ text: String) -> Int? {
    choices.firstIndex { $0.id == text } ?? choices.firstIndex { $0.renamedFrom.contains(text) }
  }

  /// The choices that a cell lists: identifiers or texts with commas, semicolons, bars or line
  /// breaks between them, identifiers also with spaces. Texts may have commas themselves.
  ///
  /// - Throws: Where a part is no choice, and where the cell can be divided in several ways.
  func places(_ text: String) throws(CellProblem) -> [Int] {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    let identifiers = words.compactMap(identifier)
    if identifiers.count == words.count { return try unrepeated(identifiers, text) }
    var pieces: [Substring] = []
    var start = text.startIndex
    for index in text.indices where Self.isSeparator(text[index]) {
      pieces.append(text[start..<index])
      start = text.index(after: index)
    }
    pieces.append(text[start...])
    guard pieces.count <= Self.mostPieces else {
      throw CellProblem("assessment.unknown-choice", unknown(pieces[0]))
    }
    return try unrepeated(divided(pieces, of: text), text)
  }

  /// The one way to divide the pieces into choices.
  private func divided(_ pieces: [Substring], of text: String) throws(CellProblem) -> [Int] {
    // For each piece, how the pieces up to it can be divided: how many ways, and the last part of
    // one of them.
    var ways = [1] + Array(repeating: 0, count: pieces.count)
    var last: [(from: Int, place: Int)?] = Array(repeating: nil, count: pieces.count + 1)
    for end in 1...pieces.count {
      for start in stride(from: end - 1, through: max(0, end - longestPieces), by: -1)
      where ways[start] > 0 {
        let part = text[pieces[start].startIndex..<pieces[end - 1].endIndex].trimmed
        if part.isEmpty {
          // Nothing between two separators, as after the last.
          guard end == start + 1 else { continue }
          ways[end] = min(2, ways[end] + ways[start])
          last[end] = (start, -1)
        } else if let place = try place(part) {
          ways[end] = min(2, ways[end] + ways[start])
          last[end] = (start, place)
        }
      }
    }
    guard ways[pieces.count] > 0 else {
      let reached = ways.lastIndex { $0 > 0 } ?? 0
      throw CellProblem(
        "assessment.unknown-choice", unknown(pieces[min(reached, pieces.count - 1)]))
    }
    guard ways[pieces.count] == 1 else {
      throw CellProblem("tables.ambiguous-list", ["value": .text(text)])
    }
    var found: [Int] = []
    var end = pieces.count
    while let part = last[end] {
      if part.place >= 0 { found.append(part.place) }
      end = part.from
    }
    return found.reversed()
  }

  private func unrepeated(_ places: [Int], _ text: String) throws(CellProblem) -> [Int] {
    let once = Set(places)
    guard once.count == places.count else {
      let repeated = once.sorted().first { place in places.count { $0 == place } > 1 }
      throw CellProblem(
        "assessment.repeated-choice", ["name": .text(repeated.map(name) ?? text)])
    }
    return once.sorted()
  }

  /// What the sentence about a choice that there is not names.
  func unknown(_ text: some StringProtocol) -> [String: CellProblem.Argument] {
    [
      "name": .text(String(text.trimmed)),
      "known": .list(choices.prefix(12).map(\.id) + (choices.count > 12 ? ["…"] : [])),
    ]
  }
}
