import Numbers

/// A small generator with a known seed, so that a failure can be repeated.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  mutating func small() -> Int128 { Int128(next() % 2001) - 1000 }
  mutating func positive() -> Int128 { Int128(next() % 1000) + 1 }
  mutating func wide() -> UInt128 { UInt128(next()) << 64 | UInt128(next()) }

  /// Numbers of every length and scale.
  mutating func decimal() -> DecimalNumber {
    let significand = Int64(bitPattern: next()) >> Int64(next() % 63)
    return DecimalNumber(significand: significand, scale: Int(next() % 19)) ?? .zero
  }
}
