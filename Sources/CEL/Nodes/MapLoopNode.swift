internal import Diagnostics

/// `transformMap` and `transformMapEntry`; an unknown or an error of any element is that of the
/// whole.
final class MapLoopNode: LoopNode {
  let range: Range<Int>
  let loop: Loop
  private let predicate: (any Node)?
  private let transform: any Node
  private let joinsMaps: Bool

  /// - Parameter joinsMaps: Whether each round gives a map with entries of the result, and not the
  ///   value of the key that it has.
  init(
    _ range: Range<Int>, _ loop: Loop, predicate: (any Node)?, _ transform: any Node,
    joinsMaps: Bool
  ) {
    self.range = range
    self.loop = loop
    self.predicate = predicate
    self.transform = transform
    self.joinsMaps = joinsMaps
  }

  func evaluate(_ frame: inout Frame) -> Value {
    let rounds: Loop.Rounds
    switch loop.rounds(&frame) {
    case .rounds(let found): rounds = found
    case .none(let value): return value
    }
    var entries: [(key: Value, value: Value)] = []
    var open: Value?
    do throws(Failure) {
      for round in rounds.indices {
        try loop.enter(round, of: rounds, &frame)
        guard let result = result(&frame) else { continue }
        guard result.isProper else {
          open = open.map { Absorption.join($0, result) } ?? result
          continue
        }
        if open == nil { try add(result, of: rounds.key(round), to: &entries, &frame.budget) }
      }
      if let open { return open }
      return .map(try MapValue(checking: entries))
    } catch {
      return failed(error)
    }
  }

  /// What an element contributes: nothing, a value, an unknown or an error.
  private func result(_ frame: inout Frame) -> Value? {
    if let predicate {
      let value = predicate.evaluate(&frame)
      guard case .bool(let bool) = value else { return predicate.undecided(value) }
      if !bool { return nil }
    }
    let value = transform.evaluate(&frame)
    guard joinsMaps, value.isProper else { return value }
    if case .map = value { return value }
    return transform.failed(
      Failure(
        .entryType,
        ["name": .text("transformMapEntry"), "type": .text(value.type.description)]))
  }

  private func add(
    _ result: Value, of key: Value, to entries: inout [(key: Value, value: Value)],
    _ budget: inout Budget
  ) throws(Failure) {
    if joinsMaps, case .map(let map) = result {
      try budget.spend(map.count / Limits.elementsPerStep)
      for entry in map.entries { try budget.hash(entry.key) }
      entries += map.entries
    } else {
      try budget.hash(key)
      entries.append((key, result))
    }
    guard entries.count <= Limits.listLength else {
      throw Failure(.mapTooLong, ["limit": .count(Limits.listLength)])
    }
  }
}
