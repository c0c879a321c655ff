public import Language

/// A report as sheets of a spreadsheet: values, the formulas between them, and how they are shown.
///
/// As with `Document`, whoever writes it down computes nothing; numbers are numbers and each reader's
/// program writes them as its language does.
public struct Workbook: Sendable, Hashable {
  /// What it is about, in one line.
  public var title: String
  /// The language that its texts are in.
  public var language: LanguageTag
  /// The day that it is said to be made on; `nil` for none, so that the same values give the same bytes.
  public var day: Day?
  /// From left to right; their names differ.
  public private(set) var sheets: [Sheet] = []

  /// A workbook that has no sheets yet.
  public init(title: String, language: LanguageTag, day: Day? = nil) {
    self.title = title
    self.language = language
    self.day = day
  }

  /// A day of the calendar.
  public struct Day: Sendable, Hashable {
    /// 1…9999; spreadsheets know days from 1900 on.
    public var year: Int
    /// 1…12.
    public var month: Int
    /// 1…31.
    public var day: Int

    /// A day that the calendar has.
    public init(year: Int, month: Int, day: Int) {
      self.year = year
      self.month = month
      self.day = day
    }
  }

  /// Adds a sheet behind the others. Its name becomes one that spreadsheets take and that no other
  /// sheet has.
  public mutating func add(_ sheet: Sheet) {
    var sheet = sheet
    sheet.name = SheetName.unique(sheet.name, besides: sheets.map(\.name))
    sheets.append(sheet)
  }
}
