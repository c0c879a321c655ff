import Synchronization

/// The program's own texts in one language, with its plurals, lists and dates.
///
/// ```swift
/// let texts = Texts.texts(LanguageTag("lt"))
/// texts("lint.findings", ["count": 22])   // rasti 22 trūkumai
/// ```
public final class Texts: Sendable {
  /// The language of these texts, which is English where another was asked for in vain.
  public let language: LanguageTag

  private let description: LanguageDescription
  private let plurals: PluralRules?
  private let file: CatalogueFile

  init(_ description: LanguageDescription) {
    language = description.tag
    self.description = description
    plurals = PluralRules(description.plurals)
    file = CatalogueFile(description.catalogue())
  }

  /// The languages the program speaks, English first.
  public static let available: [LanguageTag] = LanguageDescription.all.map(\.tag)

  private static let read = Mutex<[LanguageTag: Texts]>([:])

  /// The texts of a language, read at first use; English where the program does not speak it.
  public static func texts(_ language: LanguageTag) -> Texts {
    let descriptions = LanguageDescription.all
    let description =
      descriptions.first { $0.tag == language } ?? descriptions.first { $0.tag == .fallback }
      ?? descriptions[0]
    return read.withLock { read in
      if let texts = read[description.tag] { return texts }
      let texts = Texts(description)
      read[description.tag] = texts
      return texts
    }
  }

  /// What the language calls itself.
  public var languageName: String { description.name }

  /// The text of that name with its places filled.
  ///
  /// A name that the catalogue lacks comes back as `⟨name⟩`, and a place without a value as
  /// `{place}`: visible, never empty.
  public func callAsFunction(_ name: String, _ arguments: [String: TextArgument] = [:]) -> String {
    optional(name, arguments) ?? "⟨\(name)⟩"
  }

  /// The same, or `nil` where the catalogue has no such name.
  ///
  /// The plural form is chosen by the argument `count`, or else by the only one that is a number.
  public func optional(_ name: String, _ arguments: [String: TextArgument] = [:]) -> String? {
    guard let entry = entry(name, arguments) else { return nil }
    return TextTemplate(entry).filled { place in arguments[place].map(words) }
  }

  /// The members joined by "and": `a, b, and c`. A list that goes on, with `…` as its last member,
  /// has no "and": `a, b, …`
  public func list(_ items: [String]) -> String {
    items.last == "…" ? items.joined(separator: ", ") : description.and.join(items)
  }

  /// The members joined by "or".
  public func alternatives(_ items: [String]) -> String { description.or.join(items) }

  /// A day in words: `23 October 2026`, `2026 m. spalio 23 d.`
  ///
  /// A month outside 1…12 is written as its number.
  public func date(year: Int, month: Int, day: Int) -> String {
    let months = description.months
    let name = months.indices.contains(month - 1) ? months[month - 1] : String(month)
    return TextTemplate(description.date).filled { place in
      ["year": String(year), "month": name, "day": String(day)][place]
    }
  }

  private func entry(_ name: String, _ arguments: [String: TextArgument]) -> String? {
    if let plurals, let number = Self.number(in: arguments) {
      let category = plurals.category(of: number)
      for category in [category, .other] {
        if let form = file.entries["\(name)#\(category.rawValue)"] { return form }
      }
    }
    return file.entries[name] ?? file.entries["\(name)#other"]
  }

  private static func number(in arguments: [String: TextArgument]) -> PluralOperands? {
    if let count = arguments["count"] { return operands(count) }
    let numbers = arguments.values.compactMap(operands)
    return numbers.count == 1 ? numbers.first : nil
  }

  private static func operands(_ argument: TextArgument) -> PluralOperands? {
    switch argument {
    case .count(let count): PluralOperands(count)
    case .number(_, let value): PluralOperands(value)
    case .text, .list, .alternatives, .phrase: nil
    }
  }

  private func words(_ argument: TextArgument) -> String {
    switch argument {
    case .text(let text): text
    case .count(let count): String(count)
    case .number(let shown, _): shown
    case .list(let items): list(items)
    case .alternatives(let items): alternatives(items)
    // Without arguments, so that a phrase cannot lead to another one and on.
    case .phrase(let name): file.entries[name] ?? "⟨\(name)⟩"
    }
  }
}

extension Texts {
  /// All names, without the plural categories, sorted.
  var names: [String] {
    Set(file.entries.keys.map { String($0.prefix { $0 != "#" }) }).sorted()
  }

  /// The forms of a text by plural category; `""` is the one form of a text without plurals.
  func forms(of name: String) -> [String: String] {
    var forms: [String: String] = [:]
    forms[""] = file.entries[name]
    for category in PluralCategory.allCases {
      forms[category.rawValue] = file.entries["\(name)#\(category.rawValue)"]
    }
    return forms
  }

  /// Lines of the catalogue that are no entry, or repeat one.
  var badLines: [String] { file.badLines }

  /// The plural categories of the language; `nil` where its rules are not understood.
  var pluralCategories: [String]? { plurals?.categories.map(\.rawValue) }

  /// The category of a number in plain notation.
  func pluralCategory(of number: String) -> String? {
    PluralOperands(number).flatMap { plurals?.category(of: $0).rawValue }
  }
}
