/// All that the program knows of a language. Adding a language is adding one of these and its
/// catalogue of texts.
struct LanguageDescription: Sendable {
  var tag: LanguageTag
  /// What the language calls itself.
  var name: String
  /// Rules in the syntax of CLDR.
  var plurals: String
  var and: ListPattern
  var or: ListPattern
  /// A date in words: `{day}`, `{month}`, `{year}`.
  var date: String
  /// The names of the months, in the case in which they stand in a date.
  var months: [String]
  var catalogue: @Sendable () -> String
}

/// How a language joins the members of a list. Source: CLDR, `listPatterns`.
struct ListPattern: Sendable {
  /// Between two members.
  var two: String
  /// Between members of three and more.
  var middle: String
  /// Before the last of three and more.
  var last: String

  func join(_ items: [String]) -> String {
    guard items.count > 2, let end = items.last else { return items.joined(separator: two) }
    return items.dropLast().joined(separator: middle) + last + end
  }
}

extension LanguageDescription {
  /// The languages of the program, English first.
  static let all = [
    LanguageDescription(
      tag: LanguageTag("en"),
      name: "English",
      plurals: "one: i = 1 and v = 0",
      and: ListPattern(two: " and ", middle: ", ", last: ", and "),
      or: ListPattern(two: " or ", middle: ", ", last: ", or "),
      date: "{day} {month} {year}",
      months: [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
      ],
      catalogue: { englishCatalogue }),
    LanguageDescription(
      tag: LanguageTag("lt"),
      name: "Lietuvių",
      plurals: """
        one: n % 10 = 1 and n % 100 != 11..19
        few: n % 10 = 2..9 and n % 100 != 11..19
        many: f != 0
        """,
      and: ListPattern(two: " ir ", middle: ", ", last: " ir "),
      or: ListPattern(two: " ar ", middle: ", ", last: " ar "),
      date: "{year} m. {month} {day} d.",
      months: [
        "sausio", "vasario", "kovo", "balandžio", "gegužės", "birželio", "liepos", "rugpjūčio",
        "rugsėjo", "spalio", "lapkričio", "gruodžio",
      ],
      catalogue: { lithuanianCatalogue }),
  ]
}
