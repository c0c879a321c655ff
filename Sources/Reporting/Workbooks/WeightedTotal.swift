import Documents
import Questionnaire

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A total as a formula over weights and scores, which a person can play with.
///
/// Scores that are missing leave the total together with their weights, as they leave the model's. What
/// caps, coverage and policies do beyond that no formula says; so a total is a formula only where that
/// comes to the total of the model.
struct WeightedTotal {
  private let rollUp: RollUp

  /// `nil` for roll-ups in which weights play no part, or that are no formula.
  init?(_ rollUp: RollUp) {
    switch rollUp {
    case .mean, .sum, .geometricMean, .harmonicMean: self.rollUp = rollUp
    case .minimum, .median, .best, .path: return nil
    }
  }

  /// How far the formula's doubles may be from the model's exact total, which is shown with one place.
  static let tolerance = 1e-6

  /// How many places of a total stand in the cell.
  private static let places = 9

  /// The formula, where weights and scores stand in areas of one shape.
  ///
  /// Source: the definitions of `RollUp`; cells without a score count neither above nor below the line.
  func formula(weights: String, scores: String) -> String {
    let present = "(\(scores)<>\"\")"
    let weight = "SUMPRODUCT(\(weights)*\(present))"
    let hasZero = "SUMPRODUCT(\(present)*(\(scores)=0))>0"
    // One in place of an empty cell: what is divided by, or taken the logarithm of, has to be a number.
    let filled = "(\(scores)+(\(scores)=\"\"))"
    let total =
      switch rollUp {
      case .geometricMean:
        "IF(\(hasZero),0,EXP(SUMPRODUCT(\(weights)*\(present)*LN(\(filled)))/\(weight)))"
      case .harmonicMean:
        "IF(\(hasZero),0,\(weight)/SUMPRODUCT(\(weights)*\(present)/\(filled)))"
      default: "SUMPRODUCT(\(weights),\(scores))/\(weight)"
      }
    // Equal totals share a rank though their doubles may differ in the last digit.
    return "=IF(\(weight)=0,\"\",ROUND(\(total),\(Self.places)))"
  }

  /// What the formula comes to; `nil` where it is empty.
  func value(weights: [Double], scores: [Double?]) -> Double? {
    let parts = zip(weights, scores).compactMap { weight, score in score.map { (weight, $0) } }
    let weight = parts.reduce(0) { $0 + $1.0 }
    guard weight > 0 else { return nil }
    let hasZero = parts.contains { $0.1 == 0 }
    let total: Double =
      switch rollUp {
      case .geometricMean:
        hasZero ? 0 : exp(parts.reduce(0) { $0 + $1.0 * log($1.1) } / weight)
      case .harmonicMean: hasZero ? 0 : weight / parts.reduce(0) { $0 + $1.0 / $1.1 }
      default: parts.reduce(0) { $0 + $1.0 * $1.1 } / weight
      }
    return (total * 1e9).rounded() / 1e9
  }
}
