import Numbers
import TestKit

extension SplitMix {
  mutating func small() -> Int128 { Int128(next() % 2001) - 1000 }
  mutating func positive() -> Int128 { Int128(next() % 1000) + 1 }
  mutating func wide() -> UInt128 { UInt128(next()) << 64 | UInt128(next()) }

  /// Numbers of every length and scale.
  mutating func decimal() -> DecimalNumber {
    let significand = Int64(bitPattern: next()) >> Int64(next() % 63)
    return DecimalNumber(significand: significand, scale: Int(next() % 19)) ?? .zero
  }
}
