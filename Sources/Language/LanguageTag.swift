/// The name of a language, as BCP 47 writes it: `lt`, `en`.
public struct LanguageTag: RawRepresentable, Sendable, Hashable, Comparable {
  /// The tag as given; compared letter by letter, so `LT` is not `lt`.
  public let rawValue: String

  /// A tag, whether the program speaks the language or not.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// The same, without the label.
  public init(_ rawValue: String) { self.rawValue = rawValue }

  /// The language whose texts stand in for those of a language the program does not have.
  public static let fallback = LanguageTag("en")

  /// Alphabetical, by the letters of the tag.
  public static func < (a: LanguageTag, b: LanguageTag) -> Bool { a.rawValue < b.rawValue }

  /// The language of the program that `text` names, or `nil` where there is none.
  ///
  /// Accepts tags and locale names of the environment: `lt`, `lt-LT`, `lt_LT.UTF-8@euro`.
  public static func available(_ text: String) -> LanguageTag? {
    let primary = text.prefix { !"-_.@".contains($0) }.lowercased()
    return Texts.available.first { $0.rawValue == primary }
  }

  /// The language to speak: the one asked for, else the one saved, else the one of the environment,
  /// else English.
  ///
  /// Of `LC_ALL`, `LC_MESSAGES` and `LANG` the first that is not empty decides, as POSIX has it; a
  /// name the program has no texts for counts for nothing. Whoever must refuse an unknown
  /// `explicit` asks `available(_:)` first.
  public static func preferred(
    explicit: String?, saved: String?, environment: [String: String]
  ) -> LanguageTag {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { environment[$0] }
      .first { !$0.isEmpty }
    return [explicit, saved, locale].lazy.compactMap(\.self).compactMap(available).first ?? fallback
  }
}

extension LanguageTag: CustomStringConvertible {
  /// The bare tag.
  public var description: String { rawValue }
}
