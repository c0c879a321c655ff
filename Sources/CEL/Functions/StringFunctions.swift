internal import Diagnostics

extension Function {
  /// The extension for text, without `format` and `quote`. Places are counted in code points.
  static let strings: [Function] = [
    charAt, indexOf, lastIndexOf, substring, join, replace, split,
    changed("lowerAscii") { bytes in
      bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 0x20 : $0 }
    },
    changed("upperAscii") { bytes in
      bytes.map { $0 >= 0x61 && $0 <= 0x7A ? $0 - 0x20 : $0 }
    },
    trim, reverse,
  ]

  /// A form of a text's method; the text itself is the first of the values.
  private static func method(
    _ parameters: [CELType], _ result: CELType,
    _ code: @escaping @Sendable (ScalarText, Arguments, inout Budget) throws(Failure) -> Value
  ) -> Overload {
    let call: @Sendable ([Value], inout Budget) throws(Failure) -> Value = {
      values, budget throws(Failure) in
      guard case .string(let text)? = values.first else { return .null }
      let arguments = Arguments(values: values)
      try budget.scan(bytes: text.utf8.count)
      return try code(ScalarText(text), arguments, &budget)
    }
    return Overload(.method, [.string] + parameters, result, .any(call))
  }

  /// The values behind the text; the check of types has seen that they are what they are taken for.
  private struct Arguments {
    let values: [Value]

    func bytes(_ position: Int, _ budget: inout Budget) throws(Failure) -> [UInt8] {
      guard case .string(let text) = values[position] else { return [] }
      try budget.scan(bytes: text.utf8.count)
      return Array(text.utf8)
    }

    func int(_ position: Int) -> Int {
      guard position < values.count, case .int(let int) = values[position] else { return -1 }
      return Int(clamping: int)
    }
  }

  // MARK: Places

  /// The code point at a place; nothing at the end.
  private static let charAt = Function(
    "charAt",
    [
      method([.int], .string) { text, arguments, _ throws(Failure) in
        let start = try text.offset(ofScalar: arguments.int(1))
        return .string(text.string(start..<text.end(ofScalarAt: start)))
      }
    ])

  private static let indexOf = Function(
    "indexOf",
    [
      method([.string], .int) { text, arguments, budget throws(Failure) in
        let search = ByteSearch(try arguments.bytes(1, &budget))
        return .int(text.place(ofOffset: search.first(in: text.bytes)))
      },
      method([.string, .int], .int) { text, arguments, budget throws(Failure) in
        let start = try text.offset(ofScalar: arguments.int(2))
        let search = ByteSearch(try arguments.bytes(1, &budget))
        return .int(text.place(ofOffset: search.first(in: text.bytes, from: start)))
      },
    ])

  private static let lastIndexOf = Function(
    "lastIndexOf",
    [
      method([.string], .int) { text, arguments, budget throws(Failure) in
        let pattern = try arguments.bytes(1, &budget)
        let last = ByteSearch.last(pattern, in: text.bytes, notAfter: text.bytes.count)
        return .int(text.place(ofOffset: last))
      },
      method([.string, .int], .int) { text, arguments, budget throws(Failure) in
        let start = try text.offset(ofScalar: arguments.int(2))
        let pattern = try arguments.bytes(1, &budget)
        let last = ByteSearch.last(pattern, in: text.bytes, notAfter: start)
        return .int(text.place(ofOffset: last))
      },
    ])

  private static let substring = Function(
    "substring",
    [
      method([.int], .string) { text, arguments, _ throws(Failure) in
        .string(text.string(try text.offset(ofScalar: arguments.int(1))..<text.bytes.count))
      },
      method([.int, .int], .string) { text, arguments, _ throws(Failure) in
        let start = try text.offset(ofScalar: arguments.int(1))
        let end = try text.offset(ofScalar: arguments.int(2))
        guard start <= end else {
          throw Failure(
            .textRange,
            [
              "start": .text(String(arguments.int(1))), "end": .text(String(arguments.int(2))),
            ])
        }
        return .string(text.string(start..<end))
      },
    ])

  // MARK: Putting together and taking apart

  private static let join = Function(
    "join",
    [
      Overload(
        .method, [.list(.string)], .string,
        .unary { list, budget throws(Failure) in try joined(list, "", &budget) }),
      Overload(
        .method, [.list(.string), .string], .string,
        .binary { list, separator, budget throws(Failure) in
          guard case .string(let separator) = separator else { return .null }
          return try joined(list, separator, &budget)
        }),
    ])

  private static func joined(
    _ list: Value, _ separator: String, _ budget: inout Budget
  ) throws(Failure) -> Value {
    guard case .list(let elements) = list else { throw Failure.argument("join", list) }
    var text = ""
    for (position, element) in elements.enumerated() {
      guard case .string(let part) = element else { throw Failure.argument("join", element) }
      if position > 0 { text += separator }
      text += part
      // Paid as it grows, so that no long list of long texts is put together in vain.
      try budget.grow(to: text.utf8.count, by: separator.utf8.count + part.utf8.count)
    }
    return .string(text)
  }

  /// Nothing is replaced for a limit of zero, and everything for one below zero.
  private static let replace = Function(
    "replace",
    [
      method([.string, .string], .string) { text, arguments, budget throws(Failure) in
        try replaced(text, arguments, limit: -1, &budget)
      },
      method([.string, .string, .int], .string) { text, arguments, budget throws(Failure) in
        try replaced(text, arguments, limit: arguments.int(3), &budget)
      },
    ])

  private static func replaced(
    _ text: ScalarText, _ arguments: Arguments, limit: Int, _ budget: inout Budget
  ) throws(Failure) -> Value {
    let pattern = try arguments.bytes(1, &budget)
    let replacement = try arguments.bytes(2, &budget)
    let matches = ByteSearch(pattern).all(in: text.bytes, limit: limit < 0 ? .max : limit)
    var bytes: [UInt8] = []
    var end = 0
    for match in matches {
      bytes += text.bytes[end..<match]
      bytes += replacement
      end = match + pattern.count
      try budget.grow(to: bytes.count, by: replacement.count + pattern.count)
    }
    bytes += text.bytes[end...]
    try budget.build(bytes: bytes.count)
    return .string(String(decoding: bytes, as: UTF8.self))
  }

  /// At most so many parts as the limit says, the last one with all that is left; any number for a
  /// limit below zero. Between the parts of an empty separator stands nothing: the code points.
  private static let split = Function(
    "split",
    [
      method([.string], .list(.string)) { text, arguments, budget throws(Failure) in
        try parts(of: text, arguments, limit: -1, &budget)
      },
      method([.string, .int], .list(.string)) { text, arguments, budget throws(Failure) in
        try parts(of: text, arguments, limit: arguments.int(2), &budget)
      },
    ])

  private static func parts(
    of text: ScalarText, _ arguments: Arguments, limit: Int, _ budget: inout Budget
  ) throws(Failure) -> Value {
    let separator = try arguments.bytes(1, &budget)
    if limit == 0 || (separator.isEmpty && text.bytes.isEmpty) { return .list([]) }
    var matches = ByteSearch(separator).all(in: text.bytes, limit: .max)
    if separator.isEmpty { matches = Array(matches.dropFirst().dropLast()) }
    if limit > 0 { matches = Array(matches.prefix(limit - 1)) }
    try budget.build(elements: matches.count + 1)
    var parts: [Value] = []
    parts.reserveCapacity(matches.count + 1)
    var end = 0
    for match in matches {
      parts.append(.string(text.string(end..<match)))
      end = match + separator.count
    }
    parts.append(.string(text.string(end..<text.bytes.count)))
    return .list(parts)
  }

  // MARK: Changing

  /// A function that makes a text of the same length.
  private static func changed(
    _ name: String, _ change: @escaping @Sendable ([UInt8]) -> [UInt8]
  ) -> Function {
    Function(
      name,
      [
        method([], .string) { text, _, budget throws(Failure) in
          try budget.build(bytes: text.bytes.count)
          return .string(String(decoding: change(text.bytes), as: UTF8.self))
        }
      ])
  }

  /// Without the white space of Unicode at both ends.
  private static let trim = Function(
    "trim",
    [
      Overload(
        .method, [.string], .string,
        .unary { value, budget throws(Failure) in
          guard case .string(let text) = value else { return value }
          try budget.scan(bytes: text.utf8.count)
          let scalars = text.unicodeScalars
          let isText = { (scalar: Unicode.Scalar) in !scalar.properties.isWhitespace }
          guard let first = scalars.firstIndex(where: isText),
            let last = scalars.lastIndex(where: isText)
          else { return .string("") }
          return .string(String(scalars[first...last]))
        })
    ])

  private static let reverse = Function(
    "reverse",
    [
      Overload(
        .method, [.string], .string,
        .unary { value, budget throws(Failure) in
          guard case .string(let text) = value else { return value }
          try budget.build(bytes: text.utf8.count)
          var reversed = String.UnicodeScalarView()
          reversed.append(contentsOf: text.unicodeScalars.reversed())
          return .string(String(reversed))
        })
    ])
}

extension Budget {
  /// Pays for adding bytes to a text that now has so many.
  fileprivate mutating func grow(to length: Int, by count: Int) throws(Failure) {
    guard length <= Limits.stringLength else { return try build(bytes: length) }
    try scan(bytes: count)
  }
}
