import Numbers
import Questionnaire

/// How many of several are true, false and unknown.
struct QuotaCount {
  var met = 0
  var unmet = 0
  var unknown = 0

  mutating func add(_ status: Status) {
    switch status {
    case .met: met += 1
    case .unmet: unmet += 1
    case .unknown: unknown += 1
    }
  }

  /// Met when the certain ones suffice, unmet when with all unknown ones there are too few.
  ///
  /// The shares are of all that are counted: what is left out stands in none of the numbers.
  func status(_ quota: Quota) -> Status {
    if holds(quota, with: met) { return .met }
    return holds(quota, with: met + unknown) ? .unknown : .unmet
  }

  private func holds(_ quota: Quota, with count: Int) -> Bool {
    switch quota {
    case .count(let needed): count >= needed
    case .share(let needed):
      // An integer of 64 bits times a fraction compares at full width; nothing can overflow.
      met + unmet + unknown == 0
        || Rational(numerator: 100 * Int128(count), denominator: Int128(met + unmet + unknown))
          .map { $0 >= needed } ?? false
    }
  }
}
