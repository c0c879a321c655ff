/// All code points, sorted into symbols: a program makes no difference between two code points of
/// one symbol.
struct Alphabet: Sendable {
  /// How many symbols there are.
  let count: Int
  /// What assertions see of each symbol.
  let neighbours: [Neighbour]
  /// For each symbol, which classes it belongs to: `members[symbol * classCount + class]`.
  let members: [Bool]
  /// The symbols of ASCII.
  private let ascii: [Int32]
  /// The first code points of stretches of one symbol, ascending from 0, and their symbols.
  private let starts: [UInt32]
  private let symbols: [Int32]

  /// - Parameter assertions: What the program asserts, which can need more differences.
  init(classes: [CharacterClass], assertions: Set<Assertion>) {
    let asksLines = !assertions.isDisjoint(with: [.beginLine, .endLine])
    let asksWords = !assertions.isDisjoint(with: [.wordBoundary, .noWordBoundary])
    let sets =
      classes + (asksLines ? [.newline] : []) + (asksWords ? [.wordCharacters] : [])
    var bounds: [UInt32] = [0]
    for set in sets {
      for interval in set.intervals {
        bounds.append(interval.lowerBound)
        if interval.upperBound < CharacterClass.lastScalar {
          bounds.append(interval.upperBound + 1)
        }
      }
    }
    bounds.sort()
    var starts: [UInt32] = []
    for bound in bounds where starts.last != bound { starts.append(bound) }

    var symbols = Array(repeating: Int32(0), count: starts.count)
    var count = 1
    for set in sets { Self.split(&symbols, &count, starts, by: set) }

    var ascii: [Int32] = []
    var stretch = 0
    for value in 0..<UInt32(128) {
      while stretch + 1 < starts.count, starts[stretch + 1] <= value { stretch += 1 }
      ascii.append(symbols[stretch])
    }

    var samples = Array(repeating: UInt32(0), count: count)
    for (start, symbol) in zip(starts, symbols) { samples[Int(symbol)] = start }
    members = samples.flatMap { sample in classes.map { $0.contains(sample) } }
    neighbours = samples.map { sample in
      if asksLines, CharacterClass.newline.contains(sample) { return .newline }
      return asksWords && CharacterClass.wordCharacters.contains(sample) ? .word : .other
    }
    self.count = count
    self.ascii = ascii
    self.starts = starts
    self.symbols = symbols
  }

  /// Gives the stretches inside a set other symbols than those outside.
  private static func split(
    _ symbols: inout [Int32], _ count: inout Int, _ starts: [UInt32], by set: CharacterClass
  ) {
    var inside = Array(repeating: Int32(-1), count: count)
    var outside = Array(repeating: false, count: count)
    let contained = set.contains(ascending: starts)
    for (symbol, isInside) in zip(symbols, contained) where !isInside {
      outside[Int(symbol)] = true
    }
    for index in symbols.indices where contained[index] && outside[Int(symbols[index])] {
      let symbol = Int(symbols[index])
      if inside[symbol] < 0 {
        inside[symbol] = Int32(count)
        count += 1
      }
      symbols[index] = inside[symbol]
    }
  }

  /// Reads the code point at a place of well-formed UTF-8 and moves behind it.
  @inline(__always)
  func symbol(in bytes: UnsafeBufferPointer<UInt8>, at index: inout Int) -> Int {
    let byte = bytes[index]
    if byte < 0x80 {
      index += 1
      return Int(ascii[Int(byte)])
    }
    return wideSymbol(in: bytes, at: &index)
  }

  private func wideSymbol(in bytes: UnsafeBufferPointer<UInt8>, at index: inout Int) -> Int {
    let first = UInt32(bytes[index])
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = first & (0x7F >> UInt32(length))
    let end = min(index + length, bytes.count)
    index += 1
    while index < end {
      value = value << 6 | UInt32(bytes[index] & 0x3F)
      index += 1
    }
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= value { low = middle } else { high = middle }
    }
    return Int(symbols[low])
  }
}
