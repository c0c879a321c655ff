extension CELType {
  private static let optionalName = "optional_type"

  /// The type of a value that may be there or not.
  public static func optional(_ element: CELType) -> CELType { .abstract(optionalName, [element]) }

  /// What an optional may hold; `nil` for every other type.
  public var optionalElement: CELType? {
    if case .abstract(Self.optionalName, let components) = self { components.first } else { nil }
  }

  /// The types that this one is made of.
  var components: [CELType] {
    switch self {
    case .list(let element): [element]
    case .map(let key, let value): [key, value]
    case .type(let type), .nullable(let type): [type]
    case .abstract(_, let components): components
    default: []
    }
  }

  /// The same type of other types.
  func mapComponents(_ transform: (CELType) -> CELType) -> CELType {
    switch self {
    case .list(let element): .list(transform(element))
    case .map(let key, let value): .map(transform(key), transform(value))
    case .type(let type): .type(transform(type))
    case .nullable(let type): .nullable(transform(type))
    case .abstract(let name, let components): .abstract(name, components.map(transform))
    default: self
    }
  }

  /// The type without null.
  var withoutNull: CELType { if case .nullable(let type) = self { type } else { self } }

  /// Whether null can stand for a value of the type.
  var admitsNull: Bool {
    switch self {
    case .null, .abstract, .nullable, .timestamp, .duration: true
    default: false
    }
  }
}
