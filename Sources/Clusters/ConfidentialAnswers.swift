public import Interview
public import Numbers
public import Questionnaire

extension Question {
  /// Whether the points of an answer say no more of it than others may know: those of a confidential
  /// answer only where they come from bands.
  public var pointsMayBeTold: Bool {
    guard isConfidential else { return true }
    if case .bands = points { return true }
    return false
  }

  /// What others may know of a confidential number: the band of the model's points, or else of the
  /// series 1, 2, 5, 10 …; `nil` where a number says too much in any band.
  public func confidentialBand(of number: DecimalNumber) -> ConfidentialBand? {
    if case .year = kind { return nil }
    guard !number.isNegative else { return nil }
    if case .bands(let bands, .answer) = points, bands.count > 1 {
      let place = bands.firstIndex { band in band.below.map { number.rational < $0 } ?? true }
      guard let place else { return nil }
      return ConfidentialBand(
        from: place > 0 ? bands[place - 1].below : nil, below: bands[place].below)
    }
    guard number >= DecimalNumber(1) else { return ConfidentialBand(from: nil, below: 1) }
    let maximum = kind.numberLimits?.maximum?.rational
    let series = Self.series.filter { end in maximum.map { end < $0 } ?? true }
    return ConfidentialBand(
      from: series.last { $0 <= number.rational }, below: series.first { $0 > number.rational })
  }

  private static let series: [Rational] = {
    var ends: [Rational] = []
    var power = 1
    for _ in 0..<16 {
      ends += [1, 2, 5].map { Rational($0 * power) }
      power *= 10
    }
    return ends
  }()
}

/// Between which numbers a confidential one lies.
public struct ConfidentialBand: Sendable, Hashable {
  /// The least number of the band; `nil` where it begins below all others.
  public let from: Rational?
  /// The least number above the band; `nil` where it has no end.
  public let below: Rational?
}

extension Interview {
  /// Whether an answer is a text that a facilitator has to confirm and has not: somebody's own claim
  /// until then, which is not handed on.
  public func isUnconfirmedText(_ question: Question) -> Bool {
    guard case .answered(.text) = state(of: question.index) else { return false }
    return question.needsConfirmation && response(to: question.index)?.confirmation == nil
  }
}
