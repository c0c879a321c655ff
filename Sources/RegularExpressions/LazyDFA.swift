/// Runs a program over a text, and remembers where each symbol leads from each set of places.
///
/// The memory is bounded: when it is full, it is emptied, and when that happens too often for it
/// to be of use, the machine goes on alone.
struct LazyDFA {
  /// Where a transition leads, if not to a state.
  private enum Outcome {
    static let unexplored: Int32 = -1
    /// A match ends before the symbol.
    static let match: Int32 = -2
    /// No match is possible any more.
    static let failure: Int32 = -3
  }

  private let program: PatternProgram
  private var machine: PikeMachine
  /// The places of each state, ascending, and behind them what precedes it.
  private var states: [[Int32]] = []
  private var numbers: [[Int32]: Int32] = [:]
  /// For each state and symbol, and for the end of the text, where that leads.
  private var transitions: [Int32] = []
  private let rowLength: Int
  private let capacity: Int
  /// Where in the text the memory was emptied last.
  private var emptiedAt = 0
  private var followed = 0

  /// Transitions followed and instructions visited so far.
  var steps: Int { followed + machine.steps }

  /// - Parameter states: How many states are remembered at most, two at least.
  init(_ program: PatternProgram, states: Int) {
    self.program = program
    machine = PikeMachine(program)
    rowLength = program.alphabet.count + 1
    capacity = max(2, min(states, PatternLimits.transitions / rowLength))
  }

  /// Whether a match ends somewhere in the text.
  mutating func search(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var state = number(of: machine.places.elements, after: .edge)
    var index = 0
    while true {
      let start = index
      let end = rowLength - 1
      let symbol = start < bytes.count ? program.alphabet.symbol(in: bytes, at: &index) : end
      followed += 1
      var next = transitions[Int(state) * rowLength + symbol]
      if next == Outcome.unexplored {
        if states.count >= capacity {
          let places = states[Int(state)]
          guard start - emptiedAt >= Self.useful * capacity else {
            return searchAlone(bytes, from: start, in: places)
          }
          forget(at: start)
          state = number(places)
        }
        next = explore(state, symbol)
        transitions[Int(state) * rowLength + symbol] = next
      }
      if next >= 0 {
        state = next
      } else {
        return next == Outcome.match
      }
    }
  }

  /// A full memory should have lasted for this many times as many bytes as it has states.
  private static let useful = 10

  private func isEnd(_ symbol: Int) -> Bool { symbol == rowLength - 1 }

  private mutating func explore(_ state: Int32, _ symbol: Int) -> Int32 {
    let next = isEnd(symbol) ? .edge : program.alphabet.neighbours[symbol]
    let previous = restore(states[Int(state)])
    if machine.reachesMatch(between: previous, and: next) { return Outcome.match }
    if isEnd(symbol) { return Outcome.failure }
    machine.read(symbol)
    if machine.places.isEmpty { return Outcome.failure }
    return number(of: machine.places.elements, after: next)
  }

  /// Puts the machine into the places of a state.
  ///
  /// - Returns: What precedes it.
  private mutating func restore(_ state: [Int32]) -> Neighbour {
    machine.places.removeAll()
    for place in state.dropLast() { machine.places.insert(place) }
    return state.last.flatMap(Neighbour.init) ?? .edge
  }

  private mutating func number(of places: [Int32], after previous: Neighbour) -> Int32 {
    number(places.sorted() + [previous.rawValue])
  }

  private mutating func number(_ state: [Int32]) -> Int32 {
    if let number = numbers[state] { return number }
    let number = Int32(states.count)
    states.append(state)
    numbers[state] = number
    transitions += repeatElement(Outcome.unexplored, count: rowLength)
    return number
  }

  private mutating func forget(at index: Int) {
    states.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
    transitions.removeAll(keepingCapacity: true)
    emptiedAt = index
  }

  private mutating func searchAlone(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, in state: [Int32]
  ) -> Bool {
    let previous = restore(state)
    return machine.search(bytes, from: start, after: previous)
  }
}
