import RegularExpressions
import TestKit
import Testing

@Suite("Mistakes in patterns") struct PatternErrorTests {
  /// Patterns with the place of the mistake marked, and what it is.
  static let rows: [(String, PatternError.Kind)] = [
    // Brackets.
    ("a⟦(⟧b", .groupNotClosed), ("(a)⟦(⟧?:b", .groupNotClosed), ("⟦(⟧?i", .groupNotClosed),
    ("⟦(⟧a|(b)", .groupNotClosed), ("ž⟦)⟧", .groupNotOpened), ("(a)⟦)⟧b", .groupNotOpened),
    ("a⟦[⟧b", .classNotClosed), ("⟦[⟧", .classNotClosed), ("⟦[⟧]", .classNotClosed),
    ("⟦[⟧^]a", .classNotClosed), ("⟦[⟧a-", .classNotClosed), ("⟦[⟧[:alpha:]", .classNotClosed),
    // Groups.
    ("a⟦(?=⟧b)", .lookaround), ("⟦(?!⟧b)", .lookaround), ("⟦(?<=⟧b)", .lookaround),
    ("⟦(?<!⟧b)", .lookaround), ("⟦(?>⟧b)", .unknownGroup), ("⟦(?#⟧b)", .unknownGroup),
    ("⟦(?x⟧)", .unknownGroup), ("⟦(?i-)⟧", .unknownGroup), ("⟦(?--⟧i)", .unknownGroup),
    ("⟦(?P<⟧>a)", .groupName), ("⟦(?P<a b⟧>a)", .groupName), ("⟦(?<a⟧)", .groupName),
    ("⟦(?P=⟧name)", .backreference), ("(?P<n>a)(?P<⟦n⟧>b)", .duplicateGroupName),
    // Classes.
    ("[a⟦z-a⟧]", .rangeOrder), (#"[⟦a-\d⟧]"#, .rangeOrder), ("x[⟦[:letter:]⟧]", .unknownClass),
    (#"⟦\p{Greek}⟧"#, .unknownUnicodeClass), (#"a⟦\pž⟧"#, .unknownUnicodeClass),
    (#"[⟦\P{lu}⟧]"#, .unknownUnicodeClass), (#"⟦\p{L⟧"#, .unknownUnicodeClass),
    (#"⟦\p⟧"#, .unknownUnicodeClass),
    // Escapes.
    (#"a⟦\⟧"#, .unknownEscape), (#"⟦\q⟧"#, .unknownEscape), (#"⟦\ž⟧"#, .unknownEscape),
    (#"⟦\Z⟧"#, .unknownEscape), (#"a⟦\E⟧"#, .unknownEscape), (#"[⟦\b⟧]"#, .unknownEscape),
    (#"[⟦\Q⟧a]"#, .unknownEscape), (#"⟦\x4⟧g"#, .unknownEscape), (#"⟦\x{⟧}"#, .unknownEscape),
    (#"⟦\x{110000}⟧"#, .unknownEscape), (#"⟦\x{D800}⟧"#, .unknownEscape),
    (#"⟦\x{41⟧"#, .unknownEscape), (#"(a)⟦\1⟧"#, .backreference), (#"⟦\8⟧1"#, .backreference),
    (#"⟦\k⟧<n>"#, .backreference), (#"a⟦\C⟧"#, .singleByte),
    // Repetition.
    ("⟦*⟧a", .nothingToRepeat), ("a|⟦+?⟧", .nothingToRepeat), ("(⟦+⟧)", .nothingToRepeat),
    ("⟦{2,3}⟧a", .nothingToRepeat), ("(?i)⟦*⟧", .nothingToRepeat), ("a*⟦*⟧", .repeatedTwice),
    ("ą+⟦+⟧", .repeatedTwice), ("a{2}⟦{3}?⟧", .repeatedTwice), ("a??⟦?⟧", .repeatedTwice),
    ("a⟦{1001}⟧", .repetitionCount), ("a⟦{3,2}⟧", .repetitionCount),
    ("a⟦{99999999999999999999,}⟧", .repetitionCount), ("⟦{1001}⟧", .repetitionCount),
    // Size.
    ("⟦(?:a{100}){100}⟧", .tooLarge), ("⟦((a{1000}){1000}){1000}⟧", .tooLarge),
    ("⟦((|){1000}){1000}⟧", .tooLarge), (#"⟦(\pL{10,}\b){1000}⟧"#, .tooLarge),
    ("⟦" + String(repeating: "a", count: 1_025) + "⟧", .tooLong),
    (String(repeating: "(", count: 100) + "⟦(⟧a", .tooDeep),
    (String(repeating: "(?:a|", count: 100) + "⟦(⟧?:b)", .tooDeep),
  ]

  @Test("are told with their places") func places() {
    for (pattern, kind) in Self.rows {
      let marked = Marked(pattern)
      let found = #expect(throws: PatternError.self, "\(pattern)") {
        try RegularExpression(marked.text)
      }
      #expect(found?.kind == kind, "\(pattern)")
      #expect(found?.range == marked.ranges.first, "\(pattern)")
    }
    #expect(Set(Self.rows.map(\.1)).count == PatternError.Kind.allCases.count)
  }

  @Test("do not begin before the limits") func limits() throws {
    _ = try RegularExpression(String(repeating: "a", count: 1_024))
    _ = try RegularExpression(
      String(repeating: "(", count: 100) + "a" + String(repeating: ")", count: 100))
    #expect(try RegularExpression("(?:a{199}){10}[^a]{9}").size == 2_000)
  }
}
