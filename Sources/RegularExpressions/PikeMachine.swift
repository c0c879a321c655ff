/// Runs a program over a text in all places of the program at once.
///
/// Source: Ken Thompson, “Regular expression search algorithm”, 1968; Rob Pike's version of it in
/// Russ Cox, “Regular expression matching: the virtual machine approach”.
struct PikeMachine {
  typealias Address = PatternProgram.Address

  let program: PatternProgram
  /// Where the machine stands, before it has gone on without reading.
  var places: AddressSet
  private var reached: AddressSet
  private var open: [Address] = []
  /// Instructions visited so far.
  private(set) var steps = 0

  /// Stands at the beginning of the program.
  init(_ program: PatternProgram) {
    self.program = program
    places = AddressSet(capacity: program.instructions.count)
    reached = AddressSet(capacity: program.instructions.count)
    places.insert(program.start)
  }

  /// Whether a match ends somewhere in the text.
  mutating func search(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    search(bytes, from: 0, after: .edge)
  }

  /// The same from a place on, where the machine stands already.
  mutating func search(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, after previous: Neighbour
  ) -> Bool {
    var index = start
    var previous = previous
    while index < bytes.count {
      let symbol = program.alphabet.symbol(in: bytes, at: &index)
      let next = program.alphabet.neighbours[symbol]
      if reachesMatch(between: previous, and: next) { return true }
      read(symbol)
      if places.isEmpty { return false }
      previous = next
    }
    return reachesMatch(between: previous, and: .edge)
  }

  /// Goes on wherever that is possible without reading.
  ///
  /// - Returns: Whether a match ends here.
  mutating func reachesMatch(between previous: Neighbour, and next: Neighbour) -> Bool {
    reached.removeAll()
    for place in places.elements {
      open.append(place)
      while let address = open.popLast() {
        guard reached.insert(address) else { continue }
        steps += 1
        switch program.instructions[Int(address)] {
        case .character: break
        case .split(let first, let second):
          open.append(second)
          open.append(first)
        case .assert(let assertion, let target):
          if assertion.holds(between: previous, and: next) { open.append(target) }
        case .match:
          open.removeAll(keepingCapacity: true)
          return true
        }
      }
    }
    return false
  }

  /// Reads a symbol in all places reached; a match can begin anew behind it.
  mutating func read(_ symbol: Int) {
    places.removeAll()
    for address in reached.elements {
      guard case .character(let index, let next) = program.instructions[Int(address)] else {
        continue
      }
      if program.contains(symbol, inClass: index) { places.insert(next) }
    }
    if !program.isAnchored { places.insert(program.start) }
  }
}

/// A set of addresses that is emptied in no time and remembers the order of insertion.
///
/// Source: Briggs and Torczon, “An efficient representation for sparse sets”, 1993.
struct AddressSet {
  private(set) var elements: [PatternProgram.Address] = []
  private var indexes: [Int32]

  init(capacity: Int) {
    elements.reserveCapacity(capacity)
    indexes = Array(repeating: 0, count: capacity)
  }

  var isEmpty: Bool { elements.isEmpty }

  mutating func removeAll() { elements.removeAll(keepingCapacity: true) }

  /// - Returns: Whether it was not there yet.
  @discardableResult
  mutating func insert(_ address: PatternProgram.Address) -> Bool {
    let index = Int(indexes[Int(address)])
    if index < elements.count, elements[index] == address { return false }
    indexes[Int(address)] = Int32(elements.count)
    elements.append(address)
    return true
  }
}
