/// A type of the language.
public indirect enum CELType: Sendable, Hashable {
  /// Known only at run time.
  case dyn
  case null
  case bool
  case int
  case uint
  case double
  case string
  case bytes
  case list(CELType)
  case map(CELType, CELType)
  /// A point in time.
  case timestamp
  /// A stretch of time.
  case duration
  /// The type of types: `type(int)` is that of `int`.
  case type(CELType)
  /// A type that the language gives no structure, by its name, with the types it is made of, such
  /// as `optional_type(int)`.
  case abstract(String, [CELType])
  /// A scalar or null.
  case nullable(CELType)
  /// A string that is one of a question's choices; at run time a string.
  case choice(ChoiceSet)
  /// Stands for any type, the same one wherever its name appears in a signature.
  case parameter(String)
  /// What has been reported already; fits everywhere, so that one mistake is told once.
  case error
}

/// The choices that a string may be one of.
public struct ChoiceSet: Sendable, Hashable {
  /// What the choices belong to: the id of the question.
  public var name: String
  /// The admissible strings, in the order of the question.
  public var codes: [String]

  /// The choices of a question.
  public init(name: String, codes: [String]) {
    self.name = name
    self.codes = codes
  }
}

extension CELType: CustomStringConvertible {
  /// The type as messages show it, such as `list(int)`.
  public var description: String {
    switch self {
    case .list(let element): "list(\(element.description))"
    case .map(let key, let value): "map(\(key.description), \(value.description))"
    case .choice(let set): "choice(\(set.name))"
    case .parameter(let name): name
    case .timestamp: "timestamp"
    case .duration: "duration"
    case .type(.dyn), .abstract(_, []): name
    case .type(let type): "type(\(type.description))"
    case .abstract(_, let components):
      "\(name)(\(components.map(\.description).joined(separator: ", ")))"
    case .nullable(let type): "wrapper(\(type.description))"
    default: name
    }
  }

  /// The name that the language gives the type, without its parameters.
  var name: String {
    switch self {
    case .dyn, .parameter: "dyn"
    case .null: "null_type"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string, .choice: "string"
    case .bytes: "bytes"
    case .list: "list"
    case .map: "map"
    case .timestamp: "google.protobuf.Timestamp"
    case .duration: "google.protobuf.Duration"
    case .type: "type"
    case .abstract(let name, _): name
    case .nullable(let type): type.name
    case .error: "error"
    }
  }

  /// The types that can be named in an expression.
  static let named: [String: CELType] = Dictionary(
    uniqueKeysWithValues: [
      .bool, .int, .uint, .double, .string, .bytes, .null, .type(.dyn), .list(.dyn),
      .map(.dyn, .dyn), .timestamp, .duration, .optional(.dyn),
    ].map { ($0.name, $0) })

  var isNumber: Bool {
    switch self {
    case .int, .uint, .double: true
    default: false
    }
  }

  /// Whether nothing is known before run time, or all has been said already.
  var isOpen: Bool {
    switch self {
    case .dyn, .error: true
    default: false
    }
  }
}
