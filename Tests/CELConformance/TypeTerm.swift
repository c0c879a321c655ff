public import CEL

/// A type as the cases write it: `["list", ["int"]]`.
public struct TypeTerm: Sendable, Equatable, Decodable, CustomStringConvertible {
  /// `list`; the name of an abstract type or of a type parameter.
  public let name: String
  /// Whether the name is that of a type parameter, which stands for any type.
  public let isParameter: Bool
  /// Whether the name is one that the language gives no structure, such as `optional_type`.
  public let isAbstract: Bool
  /// `int` of `list(int)`.
  public let parameters: [TypeTerm]

  public init(from decoder: any Decoder) throws {
    var row = try decoder.unkeyedContainer()
    let kind = try row.decode(String.self)
    isParameter = kind == "param"
    isAbstract = kind == "abstract"
    name = isParameter || isAbstract ? try row.decode(String.self) : kind
    var parameters: [TypeTerm] = []
    while !row.isAtEnd {
      if try row.decodeNil() { continue }
      if isAbstract {
        parameters += try row.decode([TypeTerm].self)
      } else if kind == "function", !parameters.isEmpty {
        parameters += try row.decode([TypeTerm].self)
      } else {
        parameters.append(try row.decode(TypeTerm.self))
      }
    }
    self.parameters = parameters
  }

  /// The type with its parameters in parentheses.
  public var description: String {
    parameters.isEmpty
      ? name : "\(name)(\(parameters.map(\.description).joined(separator: ", ")))"
  }

  /// The type of the language; `nil` where it has no such type.
  public var type: CELType? {
    let types = parameters.compactMap(\.type)
    guard types.count == parameters.count else { return nil }
    if isParameter { return .parameter(name) }
    if isAbstract { return .abstract(name, types) }
    switch (name, types.count) {
    case ("dyn", 0): return .dyn
    case ("null", 0): return .null
    case ("bool", 0): return .bool
    case ("int", 0): return .int
    case ("uint", 0): return .uint
    case ("double", 0): return .double
    case ("string", 0): return .string
    case ("bytes", 0): return .bytes
    case ("type", 0): return .type(.dyn)
    case ("type", 1): return .type(types[0])
    case ("wrapper", 1): return .nullable(types[0])
    case ("timestamp", 0): return .timestamp
    case ("duration", 0): return .duration
    case ("list", 1): return .list(types[0])
    case ("map", 2): return .map(types[0], types[1])
    default: return nil
    }
  }
}

/// A way in which a declared function can be called.
public struct FunctionTerm: Sendable, Decodable {
  private enum CodingKeys: String, CodingKey {
    case parameters = "params"
    case result
    case isMember = "member"
  }

  /// The types of the arguments, that before the dot first.
  public let parameters: [TypeTerm]
  /// The type of its value.
  public let result: TypeTerm
  /// Whether it is written after a dot.
  public let isMember: Bool

  /// Declares the form; `false` where the language has no such type.
  func declare(_ name: String, in environment: inout Environment) -> Bool {
    let types = parameters.compactMap(\.type)
    guard types.count == parameters.count, let result = result.type else { return false }
    environment.declare(function: name, types, isMember: isMember, result: result)
    return true
  }
}
