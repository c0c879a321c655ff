#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A text known when the expression was planned, with what makes comparing with it cheap.
struct TypedText: Sendable {
  let text: String
  let bytes: [UInt8]
  private let isASCII: Bool

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
    isASCII = bytes.allSatisfy { $0 < 0x80 }
  }

  /// Whether both consist of the same code points.
  @inline(__always)
  func isIdentical(to other: String) -> Bool {
    // What equals ASCII for Swift and is something else is longer in bytes.
    guard isASCII else { return text.isIdentical(to: other) }
    return other == text && other.utf8.count == bytes.count
  }

  func isContained(in other: String) -> Bool {
    let found: Bool? = other.utf8.withContiguousStorageIfAvailable { other in
      guard let first = bytes.first else { return true }
      guard let start = other.baseAddress, other.count >= bytes.count else { return false }
      return bytes.withUnsafeBufferPointer { pattern in
        guard let pattern = pattern.baseAddress else { return false }
        // Places where the whole can still begin.
        var rest = other.count - bytes.count + 1
        var place = start
        while rest > 0, let found = memchr(place, Int32(first), rest) {
          let hit = found.assumingMemoryBound(to: UInt8.self)
          if memcmp(hit, pattern, bytes.count) == 0 { return true }
          rest -= UnsafePointer(hit) - place + 1
          place = UnsafePointer(hit) + 1
        }
        return false
      }
    }
    return found ?? other.containsExactly(text)
  }
}

/// A text or a choice that is read: a variable or a loop variable.
struct TypedTextSource: Sendable {
  let index: Int
  let isLocal: Bool

  enum Found {
    case text(UnsafePointer<Value>)
    /// A choice by its position.
    case choice(UInt64)
    case gap(Gap)
  }

  @inline(__always)
  func find(_ frame: TypedFrame) -> Found {
    if let values = frame.values {
      if !isLocal { return .text(values + index) }
      return frame.local(index).map { .text($0) } ?? .gap(.unsure)
    }
    guard let raw = frame.raw else { return .gap(.unsure) }
    if isLocal { return .choice(UInt64(frame.locals[index])) }
    let slot = raw[index]
    return slot.kind == .choice
      ? .choice(slot.bits) : .gap(slot.kind == .unknown ? .unknown : .unsure)
  }
}

/// A choice, or a text, compared with a constant.
final class TypedTextEquality: ConditionNode {
  private let source: TypedTextSource
  private let constant: TypedText
  /// The position of the constant among the choices; no position where it is none of them.
  private let position: UInt64
  private let isNegated: Bool

  init(_ source: TypedTextSource, _ constant: String, position: Int?, isNegated: Bool) {
    self.source = source
    self.constant = TypedText(constant)
    self.position = position.map(UInt64.init) ?? .max
    self.isNegated = isNegated
  }

  func evaluate(_ frame: TypedFrame) -> Truth {
    switch source.find(frame) {
    case .text(let value):
      guard case .string(let text) = value.pointee else { return Truth(value.pointee.gap) }
      return Truth(constant.isIdentical(to: text) != isNegated)
    case .choice(let choice): return Truth((choice == position) != isNegated)
    case .gap(let gap): return Truth(gap)
    }
  }
}

/// A choice, or a text, looked for among constants.
final class TypedTextMembership: ConditionNode {
  private let source: TypedTextSource
  private let constants: [TypedText]
  /// The constants that are choices, each a bit at its position.
  private let bits: UInt64

  init(_ source: TypedTextSource, _ constants: [String], bits: UInt64) {
    self.source = source
    self.constants = constants.map(TypedText.init)
    self.bits = bits
  }

  func evaluate(_ frame: TypedFrame) -> Truth {
    switch source.find(frame) {
    case .text(let value):
      guard case .string(let text) = value.pointee else { return Truth(value.pointee.gap) }
      for index in constants.indices where constants[index].isIdentical(to: text) { return .yes }
      return .no
    case .choice(let choice): return Truth(choice < 64 && bits >> choice & 1 == 1)
    case .gap(let gap): return Truth(gap)
    }
  }
}

/// `contains`, `startsWith` and `endsWith` with a constant.
final class TypedTextSearch: ConditionNode {
  enum Kind: String {
    case contains, startsWith, endsWith
  }

  private let source: TypedTextSource
  private let kind: Kind
  private let constant: TypedText

  init(_ source: TypedTextSource, _ kind: Kind, _ constant: String) {
    self.source = source
    self.kind = kind
    self.constant = TypedText(constant)
  }

  func evaluate(_ frame: TypedFrame) -> Truth {
    guard case .text(let value) = source.find(frame) else { return .unsure }
    guard case .string(let text) = value.pointee else { return Truth(value.pointee.gap) }
    guard text.utf8.count <= Limits.plannedText else { return .unsure }
    return switch kind {
    case .contains: Truth(constant.isContained(in: text))
    case .startsWith: Truth(text.startsExactly(with: constant.text))
    case .endsWith: Truth(text.endsExactly(with: constant.text))
    }
  }
}

/// The number of code points of a text.
final class TypedTextSize: WholeNode {
  private let source: TypedTextSource

  init(_ source: TypedTextSource) { self.source = source }

  func evaluate(_ frame: TypedFrame) -> Whole {
    guard case .text(let value) = source.find(frame) else { return .gap(.unsure) }
    guard case .string(let text) = value.pointee else { return .gap(value.pointee.gap) }
    guard text.utf8.count <= Limits.plannedText else { return .gap(.unsure) }
    // Every byte that does not continue a code point begins one.
    let count = text.utf8.withContiguousStorageIfAvailable { bytes in
      var count: Int64 = 0
      for byte in bytes { count += byte & 0xC0 == 0x80 ? 0 : 1 }
      return count
    }
    return Whole(count ?? Int64(text.unicodeScalars.count))
  }
}
