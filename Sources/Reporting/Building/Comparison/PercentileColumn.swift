import Documents
import Language
import Numbers
import Wording

/// How a table tells percentiles: as whole numbers, or, where a group is small, in words.
///
/// One member of *n* moves a percentile by 100 ÷ *n*. Only from 20 members on that is no more than the
/// 5 points that bands of scores have, so below a number would only look precise.
struct PercentileColumn {
  /// The least number of scores of which percentiles are numbers.
  static let fewest = 20

  /// Whether they are numbers: only where they are of every group in the table.
  let isNumbers: Bool

  /// - Parameter counts: Of how many scores each percentile is.
  init(of counts: some Sequence<Int>) {
    isNumbers = counts.allSatisfy { $0 >= Self.fewest }
  }

  /// What stands over it.
  func head(_ words: Words) -> String {
    words.texts(isNumbers ? "table.percentile" : "table.peer-place")
  }

  /// Over the cells of a document.
  func column(_ words: Words) -> Document.Table.Column {
    isNumbers ? .init(head(words), .number) : .init(head(words))
  }

  /// A percentile, 0–100; a dash where there is none.
  func cell(_ percentile: Rational?, _ words: Words) -> Document.Cell {
    guard let percentile else { return .missing("–") }
    guard isNumbers else { return .text(words.texts(Self.fifth(percentile))) }
    return .number(whole(percentile, words), value: percentile.doubleValue)
  }

  /// The same in a workbook.
  func cell(_ percentile: Rational?, _ words: Words) -> Workbook.Cell {
    guard let percentile else { return .empty }
    guard isNumbers else { return .text(words.texts(Self.fifth(percentile))) }
    return .count(percentile.rounded(places: 0).map { Int($0.significand) })
  }

  /// What the numbers or the words mean, by the name of its text.
  func meaning(_ name: String, _ words: Words) -> String {
    words.texts(
      name + (isNumbers ? ".percentile" : ".place"), ["fewest": .text(String(Self.fewest))])
  }

  private func whole(_ percentile: Rational, _ words: Words) -> String {
    percentile.rounded(places: 0).map { words.numbers.format($0) } ?? percentile.description
  }

  /// On a border the fifth that is nearer to the middle.
  private static func fifth(_ percentile: Rational) -> String {
    if percentile < 20 { return "place.lowest" }
    if percentile < 40 { return "place.below" }
    if percentile <= 60 { return "place.middle" }
    return percentile <= 80 ? "place.above" : "place.highest"
  }
}
