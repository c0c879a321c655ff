internal import Diagnostics

/// A map of the language: keys are bool, int, uint or string, and equal numbers are one key.
///
/// Entries keep the order in which they were written, so everything made from a map is the same in
/// every run.
public struct MapValue: Sendable, Equatable {
  private final class Content: Sendable {
    let entries: [(key: Value, value: Value)]
    let keys: [ScalarKey]
    /// Empty for few entries, which are found sooner one by one.
    let positions: [ScalarKey: Int]

    init(entries: [(key: Value, value: Value)], keys: [ScalarKey], positions: [ScalarKey: Int]) {
      self.entries = entries
      self.keys = keys
      self.positions = entries.count > MapValue.few ? positions : [:]
    }
  }

  private static let few = 8

  private let content: Content

  /// Keeps entries as they are.
  ///
  /// - Returns: `nil` if a key stands twice or is of a type that cannot be a key.
  public init?(_ entries: [(key: Value, value: Value)]) {
    try? self.init(checking: entries)
  }

  init(checking entries: [(key: Value, value: Value)]) throws(Failure) {
    var keys: [ScalarKey] = []
    var positions: [ScalarKey: Int] = [:]
    keys.reserveCapacity(entries.count)
    positions.reserveCapacity(entries.count)
    for (position, entry) in entries.enumerated() {
      guard entry.key.canBeMapKey, let key = ScalarKey(entry.key) else {
        throw Failure(.keyType, ["type": .text(entry.key.type.description)])
      }
      keys.append(key)
      guard positions.updateValue(position, forKey: key) == nil else {
        throw Failure(.duplicateKey, ["key": .text(entry.key.description)])
      }
    }
    content = Content(entries: entries, keys: keys, positions: positions)
  }

  /// The number of entries.
  public var count: Int { content.entries.count }
  /// The entries in the order in which they were written.
  public var entries: [(key: Value, value: Value)] { content.entries }

  /// The value of a key; a double finds the integer it equals.
  public subscript(key: Value) -> Value? {
    ScalarKey(key).flatMap(value)
  }

  func value(of key: ScalarKey) -> Value? {
    let position =
      count > Self.few ? content.positions[key] : content.keys.firstIndex(of: key)
    return position.map { content.entries[$0].value }
  }

  /// Compares entries, whatever their order.
  public static func == (a: MapValue, b: MapValue) -> Bool {
    a.count == b.count && a.entries.allSatisfy { b[$0.key] == $0.value }
  }
}

extension Value {
  fileprivate var canBeMapKey: Bool {
    switch self {
    case .bool, .int, .uint, .string: true
    default: false
    }
  }
}
