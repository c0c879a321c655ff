extension CharacterClass {
  /// The classes that are written `\p{name}`: the general categories of Unicode, the groups of them
  /// that one letter names, and `Any`.
  ///
  /// As in RE2, code points that have no meaning yet belong to no category.
  static func unicode(_ name: String) -> CharacterClass? {
    name == "Any" ? all : generalCategories[name]
  }

  /// Behind the first two planes there are ideographs and private use in long stretches, apart from
  /// the tags: a block that ends with the category before it is of that category, which spares most
  /// of a million questions.
  private static func isUniform(_ block: UInt32) -> Bool {
    block >= 0x20000 && !(0xE0000...0xE0FFF).contains(block)
  }

  private static let blockLength = 16

  private static func category(of value: UInt32) -> Unicode.GeneralCategory {
    Unicode.Scalar(value)?.properties.generalCategory ?? .surrogate
  }

  /// Found out once, when a pattern first asks for a category.
  private static let generalCategories: [String: CharacterClass] = {
    var intervals: [String: [Interval]] = [:]
    var start: UInt32 = 0
    var category = Unicode.GeneralCategory.unassigned
    func close(before end: UInt32) {
      guard start < end, let name = category.abbreviation else { return }
      intervals[name, default: []].append(start...end - 1)
    }
    func find(_ value: UInt32) {
      let found = Self.category(of: value)
      if found != category {
        close(before: value)
        (start, category) = (value, found)
      }
    }
    for block in stride(from: 0, through: lastScalar, by: blockLength) {
      let last = block + UInt32(blockLength) - 1
      if isUniform(block), Self.category(of: last) == category { continue }
      for value in block...last { find(value) }
    }
    close(before: lastScalar + 1)
    for (name, parts) in intervals {
      intervals[String(name.prefix(1)), default: []] += parts
    }
    return intervals.mapValues(CharacterClass.init)
  }()
}

extension Unicode.GeneralCategory {
  /// The two letters that the Unicode standard gives a category.
  fileprivate var abbreviation: String? {
    switch self {
    case .uppercaseLetter: "Lu"
    case .lowercaseLetter: "Ll"
    case .titlecaseLetter: "Lt"
    case .modifierLetter: "Lm"
    case .otherLetter: "Lo"
    case .nonspacingMark: "Mn"
    case .spacingMark: "Mc"
    case .enclosingMark: "Me"
    case .decimalNumber: "Nd"
    case .letterNumber: "Nl"
    case .otherNumber: "No"
    case .connectorPunctuation: "Pc"
    case .dashPunctuation: "Pd"
    case .openPunctuation: "Ps"
    case .closePunctuation: "Pe"
    case .initialPunctuation: "Pi"
    case .finalPunctuation: "Pf"
    case .otherPunctuation: "Po"
    case .mathSymbol: "Sm"
    case .currencySymbol: "Sc"
    case .modifierSymbol: "Sk"
    case .otherSymbol: "So"
    case .spaceSeparator: "Zs"
    case .lineSeparator: "Zl"
    case .paragraphSeparator: "Zp"
    case .control: "Cc"
    case .format: "Cf"
    case .surrogate: "Cs"
    case .privateUse: "Co"
    case .unassigned: nil
    @unknown default: nil
    }
  }
}
