/// A value whose absence is written as `null`, where a plain optional would leave out the key.
// swift-format-ignore: UseSynthesizedInitializer
@propertyWrapper struct OrNull<Value: Encodable & Sendable>: Encodable, Sendable {
  var wrappedValue: Value?

  // Written out: the synthesized one does not let a wrapped property begin as a plain value.
  init(wrappedValue: Value?) { self.wrappedValue = wrappedValue }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let wrappedValue { try container.encode(wrappedValue) } else { try container.encodeNil() }
  }
}
