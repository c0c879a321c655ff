/// A function of the language: every form in which it can be called, each with its code.
struct Function: Sendable {
  /// May have a namespace before it, as in `math.abs`.
  var name: String
  var overloads: [Overload]
  /// Whether its arguments are compared with each other, so that choices must be known ones.
  var comparesArguments = false
  /// Whether ints in a list that is written out become doubles where doubles are among them.
  var mixesElements = false

  init(_ name: String, _ overloads: [Overload]) {
    self.name = name
    self.overloads = overloads
  }
}

/// One form of a function.
struct Overload: Sendable {
  enum Style: Sendable {
    /// `f(x)`
    case function
    /// `x.f()`; the value before the dot is the first parameter.
    case method
  }

  /// Receives proper values of the declared types only.
  enum Implementation: Sendable {
    case unary(@Sendable (Value, inout Budget) throws(Failure) -> Value)
    case binary(@Sendable (Value, Value, inout Budget) throws(Failure) -> Value)
    case any(@Sendable ([Value], inout Budget) throws(Failure) -> Value)
    /// The second argument stands in where the first is an empty optional, and is evaluated only
    /// then; else the first is the result, or what it holds.
    case alternative(unwraps: Bool)
  }

  var style: Style
  var parameters: [CELType]
  /// Whether the last parameter may be given more than once.
  var repeatsLast: Bool
  /// Whether `dyn` among the parameters stands for a number, of whatever kind. Such a form is for
  /// kinds that are mixed or not known before run time: where another one fits, that is meant.
  var mixesNumbers: Bool
  var result: CELType
  var implementation: Implementation

  init(
    _ style: Style, _ parameters: [CELType], repeatsLast: Bool = false,
    mixesNumbers: Bool = false, _ result: CELType, _ implementation: Implementation
  ) {
    self.style = style
    self.parameters = parameters
    self.repeatsLast = repeatsLast
    self.mixesNumbers = mixesNumbers
    self.result = result
    self.implementation = implementation
  }

  func takes(count: Int) -> Bool {
    count == parameters.count || (repeatsLast && count > parameters.count)
  }

  /// The parameters, the last one repeated until there are as many as arguments.
  func parameters(for count: Int) -> [CELType] {
    guard let last = parameters.last, count > parameters.count else { return parameters }
    return parameters + Array(repeating: last, count: count - parameters.count)
  }

  /// Whether a value can be given for the parameter at a position, judged at run time.
  func admits(_ value: Value, at position: Int) -> Bool {
    guard let parameter = position < parameters.count ? parameters[position] : parameters.last
    else { return false }
    return admits(value, as: parameter)
  }

  private func admits(_ value: Value, as parameter: CELType) -> Bool {
    switch (parameter, value) {
    case (.dyn, _) where mixesNumbers: return value.type.isNumber
    case (.dyn, _), (.parameter, _), (.null, .null), (.bool, .bool), (.int, .int), (.uint, .uint),
      (.double, .double), (.string, .string), (.choice, .string), (.bytes, .bytes),
      (.list, .list), (.map, .map), (.timestamp, .timestamp), (.duration, .duration),
      (.type, .type):
      return true
    case (.abstract, .optional): return parameter.optionalElement != nil
    case (.nullable(let type), _): return value == .null || admits(value, as: type)
    default: return false
    }
  }
}

/// The functions of a profile, by name.
struct FunctionTable: Sendable {
  let functions: [String: Function]
  /// The names, in order.
  let names: [String]
  /// What stands before the dot of names that have one.
  let namespaces: Set<String>

  private init(_ functions: [Function]) {
    self.functions = Dictionary(uniqueKeysWithValues: functions.map { ($0.name, $0) })
    names = functions.map(\.name).sorted()
    namespaces = Set(
      functions.compactMap { function in
        function.name.lastIndex(of: ".").map { String(function.name[..<$0]) }
      })
  }

  /// These functions and one more, which stands for one of the same name.
  func adding(_ function: Function) -> FunctionTable {
    var functions = functions
    functions[function.name] = function
    return FunctionTable(Array(functions.values))
  }

  static func of(_ profile: Profile) -> FunctionTable {
    switch profile {
    case .strict: strict
    case .survey: survey
    }
  }

  private static let strict = FunctionTable(Function.standard)
  private static let survey = FunctionTable(Function.standard + Function.survey + Function.dates)

  subscript(name: String) -> Function? { functions[name] }
}
