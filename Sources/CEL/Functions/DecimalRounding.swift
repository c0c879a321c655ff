internal import Diagnostics

/// Rounding to a number of decimal places, halves away from zero.
enum DecimalRounding {
  /// Rounds the decimal number that a double is written as, so 2.675 becomes 2.68 although the
  /// double is a little less.
  ///
  /// - Parameter places: Places after the point; below zero, zeros before it.
  static func round(_ value: Double, places: Int64) -> Double {
    guard value.isFinite else { return value }
    // No double has a digit farther from the point.
    let places = Int(max(-400, min(400, places)))
    let parts = value.magnitude.description.split(separator: "e")
    let number = (parts.first ?? "").split(separator: ".", omittingEmptySubsequences: false)
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    var digits = number.flatMap { $0.utf8.map { $0 - zero } }
    let kept = (number.first?.count ?? 0) + exponent + places
    guard kept < digits.count else { return value }
    guard kept >= 0 else { return value.sign == .minus ? -0.0 : 0.0 }
    let isUp = digits[kept] >= 5
    digits = [0] + digits[..<kept]
    if isUp { increment(&digits) }
    let text = String(decoding: digits.map { $0 + zero }, as: UTF8.self) + "e\(-places)"
    let result = Double(text) ?? value
    return value.sign == .minus ? -result : result
  }

  private static let zero = UInt8(ascii: "0")

  /// Adds one to a number whose first digit is not 9.
  private static func increment(_ digits: inout [UInt8]) {
    for index in digits.indices.reversed() {
      if digits[index] < 9 {
        digits[index] += 1
        return
      }
      digits[index] = 0
    }
  }

  /// Rounds a whole number to tens, hundreds and so on, where the places are below zero.
  static func round(_ value: Int64, places: Int64) throws(Failure) -> Int64 {
    if places >= 0 { return value }
    // Ten to this power is beyond every int.
    guard places >= -18 else {
      if places == -19, value.magnitude >= 5_000_000_000_000_000_000 { throw overflow }
      return 0
    }
    var unit: Int64 = 1
    for _ in places..<0 { unit *= 10 }
    let rest = value % unit
    guard rest.magnitude >= unit.magnitude / 2 else { return value - rest }
    let (result, isBeyond) = (value - rest).addingReportingOverflow(value < 0 ? -unit : unit)
    if isBeyond { throw overflow }
    return result
  }

  private static var overflow: Failure { Failure(.overflow, ["operator": .text("round")]) }
}
