import DisplayWidth

/// A terminal that understands what the program writes for a whole screen, and nothing else: whatever
/// it does not know is an error, so that no sequence slips in unseen.
public struct TerminalEmulator {
  public struct Misuse: Error, CustomStringConvertible {
    public let description: String
  }

  /// A place for one column of a character.
  public struct Cell: Hashable, Sendable {
    /// Empty for the second half of a wide character.
    public var character: String
    /// The parameters of the style, as in SGR.
    public var style: String

    public init(_ character: String = " ", _ style: String = "") {
      self.character = character
      self.style = style
    }
  }

  public private(set) var columns: Int
  public private(set) var rows: Int
  public private(set) var cells: [[Cell]]
  /// Where the cursor stands, from 0.
  public private(set) var cursor = (row: 0, column: 0)
  public private(set) var isCursorVisible = true
  public private(set) var isAlternate = false
  public private(set) var pastesInBrackets = false
  public private(set) var wraps = true
  /// What was written while the alternate screen was not shown, with line ends as in a file.
  public private(set) var mainText = ""
  /// Whether a character has just been written to the last column, behind which there is none.
  private var isBeyond = false
  private var style = ""
  private var pending: [UInt8] = []

  /// - Parameter isAlternate: Whether the whole screen is the program's from the start.
  public init(columns: Int, rows: Int, isAlternate: Bool = false) {
    self.columns = columns
    self.rows = rows
    self.isAlternate = isAlternate
    cells = Self.blank(columns, rows)
  }

  private static func blank(_ columns: Int, _ rows: Int) -> [[Cell]] {
    Array(repeating: Array(repeating: Cell(), count: columns), count: rows)
  }

  /// What is shown, without styles and without spaces at the ends of lines.
  public var text: String {
    let lines = cells.map { line in
      let text = line.map(\.character).joined()
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
    return lines.reversed().drop(while: \.isEmpty).reversed().joined(separator: "\n")
  }

  /// Whether the terminal is as an ordinary program expects it.
  public var isOrdinary: Bool { isCursorVisible && !isAlternate && !pastesInBrackets && wraps }

  /// The window gets another size; what was shown is anybody's guess, so it is rubbish here.
  public mutating func resize(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: Array(repeating: Cell("#", "7"), count: columns), count: rows)
    cursor = (min(cursor.row, max(0, rows - 1)), min(cursor.column, max(0, columns - 1)))
    isBeyond = false
  }

  /// Shows what is written, up to the last whole sequence.
  public mutating func feed(_ bytes: some Sequence<UInt8>) throws {
    pending += bytes
    while let escape = pending.firstIndex(of: 0x1B) {
      if let text = String(validating: pending[..<escape], as: UTF8.self) {
        try write(text)
      } else {
        throw Misuse(description: "no UTF-8: \(pending[..<escape])")
      }
      pending.removeFirst(escape)
      guard pending.count >= 2 else { return }
      guard pending[1] == UInt8(ascii: "[") else {
        throw Misuse(description: "unknown: ESC \(pending.prefix(4))")
      }
      guard let end = pending.dropFirst(2).firstIndex(where: { (0x40...0x7E).contains($0) }) else {
        return
      }
      try act(
        String(decoding: pending[2..<end], as: UTF8.self), Character(Unicode.Scalar(pending[end])))
      pending.removeFirst(end + 1)
    }
    // Text on the whole screen is followed by a sequence, so that no character is cut in two.
    if !isAlternate, let text = String(validating: pending, as: UTF8.self) {
      pending = []
      try write(text)
    }
  }

  private mutating func act(_ parameters: String, _ final: Character) throws {
    let numbers = parameters.split(separator: ";").map { Int($0) }
    switch (parameters, final) {
    case ("?1049", "h"):
      isAlternate = true
      cells = Self.blank(columns, rows)
      isBeyond = false
    case ("?1049", "l"): isAlternate = false
    case ("?2004", "h"): pastesInBrackets = true
    case ("?2004", "l"): pastesInBrackets = false
    case ("?7", "h"): wraps = true
    case ("?7", "l"): wraps = false
    case ("?25", "h"): isCursorVisible = true
    case ("?25", "l"): isCursorVisible = false
    case ("2", "J"): cells = Self.blank(columns, rows)
    case ("", "H"): try move(row: 1, column: 1)
    case (_, "H") where numbers.count == 2:
      try move(row: numbers[0] ?? 0, column: numbers[1] ?? 0)
    case (_, "G") where numbers.count == 1: try move(row: cursor.row + 1, column: numbers[0] ?? 0)
    case ("", "K"):
      for column in cursor.column..<columns { put(Cell(), column) }
    case ("0", "m"): style = ""
    case (_, "m") where style.isEmpty && !numbers.isEmpty && numbers.allSatisfy { $0 != nil }:
      style = parameters
    default: throw Misuse(description: "unknown: ESC [ \(parameters) \(final)")
    }
  }

  private mutating func move(row: Int, column: Int) throws {
    guard (1...max(1, rows)).contains(row), (1...max(1, columns)).contains(column) else {
      throw Misuse(description: "outside of \(columns) × \(rows): row \(row), column \(column)")
    }
    cursor = (row - 1, column - 1)
    isBeyond = false
  }

  private mutating func write(_ text: String) throws {
    guard isAlternate else {
      mainText += text.replacing("\r\n", with: "\n")
      return
    }
    for character in text {
      let width = character.displayWidth
      if width == 0 || character.unicodeScalars.contains(where: { $0.properties.isControl }) {
        throw Misuse(description: "not a character for a screen: \(character.unicodeScalars)")
      }
      guard !isBeyond, cursor.column + width <= columns, cursor.row < rows else {
        throw Misuse(description: "over the edge: \(character) in row \(cursor.row)")
      }
      put(Cell(String(character), style), cursor.column)
      if width == 2 { put(Cell("", style), cursor.column + 1) }
      isBeyond = cursor.column + width == columns
      cursor.column = min(cursor.column + width, columns - 1)
    }
  }

  /// Half of a wide character cannot stay.
  private mutating func put(_ cell: Cell, _ column: Int) {
    let row = cursor.row
    if cells[row][column].character.isEmpty, !cell.character.isEmpty, column > 0 {
      cells[row][column - 1] = Cell(" ", cells[row][column - 1].style)
    }
    if column + 1 < columns, cells[row][column + 1].character.isEmpty {
      cells[row][column + 1] = Cell(" ", cells[row][column + 1].style)
    }
    cells[row][column] = cell
  }
}

extension Unicode.Scalar.Properties {
  fileprivate var isControl: Bool {
    switch generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
