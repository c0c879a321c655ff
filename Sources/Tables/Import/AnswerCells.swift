/// The cells of a table that together say one response.
struct AnswerCells {
  /// A row and a column of the table.
  struct Address: Hashable {
    var row: Int
    var column: Int
  }

  var value: Address?
  var choices: [(choice: Int, address: Address)] = []
  var parts: [AnswerPart: Address] = [:]

  /// The cell to point at where the response as a whole is meant.
  var head: Address? {
    value ?? choices.first?.address ?? parts.values.min { $0.column < $1.column }
  }

  mutating func add(_ target: ColumnTarget, _ address: Address) {
    switch target {
    case .value: value = address
    case .choice(_, let choice): choices.append((choice, address))
    case .part(_, let part): parts[part] = address
    case .fact, .ignored: break
    }
  }
}
