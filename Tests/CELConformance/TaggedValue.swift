public import CEL

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A value as the cases write it, with its kind: `{"t": "int", "v": "-1"}`.
public enum TaggedValue: Sendable {
  /// A value of the language.
  case value(Value)
  /// One that the language has no type for, as it stands there.
  case foreign(String)

  private static let types: [String: CELType] = [
    "null_type": .null, "bool": .bool, "int": .int, "uint": .uint, "double": .double,
    "string": .string, "bytes": .bytes, "type": .type(.dyn), "list": .list(.dyn),
    "map": .map(.dyn, .dyn), "google.protobuf.Timestamp": .timestamp,
    "google.protobuf.Duration": .duration,
  ]

  /// The value; `nil` where the language has none.
  public var value: Value? {
    if case .value(let value) = self { value } else { nil }
  }

  /// Whether `other` is this very value: of the same kind and content, NaN equal to NaN, strings
  /// code point by code point, zeros with their signs, maps in any order.
  public func isSame(as other: Value) -> Bool { value.map { Self.areSame($0, other) } ?? false }

  private static func areSame(_ a: Value, _ b: Value) -> Bool {
    switch (a, b) {
    case (.double(let a), .double(let b)):
      return a.isNaN ? b.isNaN : a == b && a.sign == b.sign
    case (.string(let a), .string(let b)): return a.utf8.elementsEqual(b.utf8)
    case (.list(let a), .list(let b)):
      return a.count == b.count && zip(a, b).allSatisfy { areSame($0, $1) }
    case (.map(let a), .map(let b)):
      return a.count == b.count
        && a.entries.allSatisfy { entry in
          b.entries.contains { areSame(entry.key, $0.key) && areSame(entry.value, $0.value) }
        }
    case (.type, .type): return a.description == b.description
    default: return a == b
    }
  }
}

extension TaggedValue: Decodable {
  private enum Key: String, CodingKey {
    case tag = "t"
    case content = "v"
    case seconds = "s"
    case nanoseconds = "n"
  }

  public init(from decoder: any Decoder) throws {
    let row = try decoder.container(keyedBy: Key.self)
    let tag = try row.decode(String.self, forKey: .tag)
    func content<T: Decodable>(_ type: T.Type = T.self) throws -> T {
      try row.decode(type, forKey: .content)
    }
    /// A value that is written as text.
    func parsed(_ make: (String) -> Value?) throws -> TaggedValue {
      let text: String = try content()
      if let value = make(text) { return .value(value) }
      throw DecodingError.dataCorruptedError(
        forKey: .content, in: row, debugDescription: "“\(text)” is no \(tag)")
    }
    switch tag {
    case "null": self = .value(.null)
    case "bool": self = .value(.bool(try content()))
    case "int": self = try parsed { Int64($0).map { .int($0) } }
    case "uint": self = try parsed { UInt64($0).map { .uint($0) } }
    case "double": self = try parsed { Double($0).map { .double($0) } }
    case "string": self = .value(.string(try content()))
    case "bytes": self = try parsed { Data(base64Encoded: $0).map { .bytes(Array($0)) } }
    case "type":
      let name: String = try content()
      self = Self.types[name].map { .value(.type($0)) } ?? .foreign("type \(name)")
    case "list":
      let elements: [TaggedValue] = try content()
      let values = elements.compactMap(\.value)
      self = values.count == elements.count ? .value(.list(values)) : .foreign(tag)
    case "map": self = try Self.map(content())
    case "timestamp":
      let (seconds, nanoseconds) = try Self.time(row)
      let timestamp = UInt32(exactly: nanoseconds).flatMap {
        Timestamp(secondsSince1970: seconds, nanoseconds: $0)
      }
      self = timestamp.map { .value(.timestamp($0)) } ?? .foreign(tag)
    case "duration":
      let (seconds, nanoseconds) = try Self.time(row)
      let duration = Duration(seconds: seconds, nanoseconds: nanoseconds)
      self = duration.map { .value(.duration($0)) } ?? .foreign(tag)
    default: self = .foreign(tag)
    }
  }

  private static func time(
    _ row: KeyedDecodingContainer<Key>
  ) throws -> (seconds: Int64, nanoseconds: Int64) {
    let text = try row.decode(String.self, forKey: .seconds)
    guard let seconds = Int64(text) else {
      throw DecodingError.dataCorruptedError(
        forKey: .seconds, in: row, debugDescription: "“\(text)” is no number of seconds")
    }
    return (seconds, try row.decode(Int64.self, forKey: .nanoseconds))
  }

  private static func map(_ pairs: [[TaggedValue]]) -> TaggedValue {
    let entries = pairs.compactMap { pair -> (key: Value, value: Value)? in
      guard pair.count == 2, let key = pair[0].value, let value = pair[1].value else { return nil }
      return (key, value)
    }
    guard entries.count == pairs.count, let map = MapValue(entries) else { return .foreign("map") }
    return .value(.map(map))
  }
}

extension TaggedValue: CustomStringConvertible {
  /// The value as an expression would write it.
  public var description: String {
    switch self {
    case .value(let value): value.description
    case .foreign(let text): text
    }
  }
}
