import Numbers
import Questionnaire
import Results

extension Period {
  /// The last period of a unit that has ended, in Coordinated Universal Time: what a round asked
  /// about today covers.
  static func lastFull(_ unit: PeriodUnit, before day: Day) -> Period? {
    let (part, parts, letter) =
      switch unit {
      case .year: (0, 1, "")
      case .halfYear: ((day.month - 1) / 6, 2, "-H")
      case .quarter: ((day.month - 1) / 3, 4, "-Q")
      }
    let year = part == 0 ? day.year - 1 : day.year
    return Period(text: "\(year)" + (unit == .year ? "" : letter + "\(part == 0 ? parts : part)"))
  }
}
