internal import Diagnostics

extension Function {
  /// What makes optional values and asks them; `optMap` and `optFlatMap` name a variable and are
  /// no functions.
  static let optionals: [Function] = [
    Function(
      "optional.of",
      [
        Overload(
          .function, [element], optional,
          .unary { value, _ throws(Failure) in
            .optional(value)
          })
      ]),
    Function(
      "optional.ofNonZeroValue",
      [
        Overload(
          .function, [element], optional,
          .unary { value, _ throws(Failure) in
            .optional(value.isZero ? nil : value)
          })
      ]),
    Function(
      "optional.none",
      [Overload(.function, [], optional, .any { _, _ throws(Failure) in .optional(nil) })]),
    Function(
      "hasValue",
      [
        Overload(
          .method, [optional], .bool,
          .unary { value, _ throws(Failure) in
            .bool(value.held != nil)
          })
      ]),
    Function(
      "value",
      [
        Overload(
          .method, [optional], element,
          .unary { value, _ throws(Failure) in
            guard let held = value.held else { throw Failure(.noValue) }
            return held
          })
      ]),
    Function(
      "or", [Overload(.method, [optional, optional], optional, .alternative(unwraps: false))]),
    Function(
      "orValue", [Overload(.method, [optional, element], element, .alternative(unwraps: true))]),
  ]

  private static let element = CELType.parameter("A")
  private static let optional = CELType.optional(element)
}
