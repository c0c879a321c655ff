import Testing

@testable import RegularExpressions

@Suite("Classes of Unicode") struct UnicodeClassTests {
  /// The table of categories is made from samples where categories stand in long stretches.
  @Test("know the category of every code point") func categories() throws {
    let classes = try [
      Unicode.GeneralCategory.uppercaseLetter: "Lu", .lowercaseLetter: "Ll", .titlecaseLetter: "Lt",
      .modifierLetter: "Lm", .otherLetter: "Lo", .nonspacingMark: "Mn", .spacingMark: "Mc",
      .enclosingMark: "Me", .decimalNumber: "Nd", .letterNumber: "Nl", .otherNumber: "No",
      .connectorPunctuation: "Pc", .dashPunctuation: "Pd", .openPunctuation: "Ps",
      .closePunctuation: "Pe", .initialPunctuation: "Pi", .finalPunctuation: "Pf",
      .otherPunctuation: "Po", .mathSymbol: "Sm", .currencySymbol: "Sc", .modifierSymbol: "Sk",
      .otherSymbol: "So", .spaceSeparator: "Zs", .lineSeparator: "Zl", .paragraphSeparator: "Zp",
      .control: "Cc", .format: "Cf", .privateUse: "Co", .surrogate: "Cs",
    ].mapValues { try #require(CharacterClass.unicode($0)) }
    var expected: [Unicode.GeneralCategory: [ClosedRange<UInt32>]] = [:]
    var (start, category) = (UInt32(0), Unicode.GeneralCategory.control)
    for value in UInt32(0)...0x110000 {
      let found =
        value > 0x10FFFF
        ? .unassigned : Unicode.Scalar(value)?.properties.generalCategory ?? .surrogate
      guard found != category || value > 0x10FFFF else { continue }
      expected[category, default: []].append(start...value - 1)
      (start, category) = (value, found)
    }
    expected[.unassigned] = nil
    #expect(classes.mapValues(\.intervals) == expected)
  }

  @Test("join the categories of one letter") func groups() throws {
    let letters = try #require(CharacterClass.unicode("L"))
    let parts = ["Lu", "Ll", "Lt", "Lm", "Lo"].compactMap(CharacterClass.unicode)
    #expect(parts.count == 5)
    #expect(parts.reduce(CharacterClass([])) { $0.union($1) } == letters)
    #expect(parts.map(\.count).reduce(0, +) == letters.count)
  }

  @Test("are inverted twice to what they were") func inversion() throws {
    for name in ["L", "Lu", "Co", "Any", "Zl"] {
      let set = try #require(CharacterClass.unicode(name))
      #expect(set.inverted.inverted == set)
      #expect(set.inverted.count + set.count == 0x110000)
    }
  }

  /// Every code point is found by the pattern of each of its simple mappings.
  @Test("fold what differs in case only") func folding() {
    var wrong: [UInt32] = []
    for value in UInt32(0)...0x1FFFF where value != 0x130 && value != 0x131 {
      guard let scalar = Unicode.Scalar(value), scalar.properties.changesWhenCaseMapped else {
        continue
      }
      let folded = CharacterClass.folded(scalar)
      let mappings = [scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping]
      for mapping in mappings.map(\.unicodeScalars) where mapping.count == 1 {
        let isThere = mapping.allSatisfy { folded.contains($0.value) }
        let isBack = mapping.allSatisfy { CharacterClass.folded($0).contains(value) }
        if !isThere || !isBack || !folded.contains(value) { wrong.append(value) }
      }
    }
    #expect(wrong == [])
    let forms = ["k", "s", "µ", "θ", "ǆ", "1"].map { CharacterClass.folded($0).count }
    #expect(forms == [3, 3, 3, 4, 3, 1])
    #expect(CharacterClass([0x61...0x7A]).folded.count == 26 * 2 + 2)
  }
}

extension CharacterClass {
  fileprivate var count: Int { intervals.map(\.count).reduce(0, +) }
}
