extension CharacterClass {
  static let newline = CharacterClass("\n")
  static let exceptNewline = newline.inverted

  static let digits = CharacterClass([0x30...0x39])
  /// `\s` of Perl, which has no vertical tab.
  static let perlSpaces = CharacterClass(of: "\t\n\u{0C}\r ")
  static let wordCharacters = letters.union(digits).union(CharacterClass("_"))
  private static let lowercase = CharacterClass([0x61...0x7A])
  private static let uppercase = CharacterClass([0x41...0x5A])
  private static let letters = lowercase.union(uppercase)

  /// The classes that are written `[:name:]` between brackets; all of them are of ASCII.
  static let posix: [String: CharacterClass] = [
    "alnum": letters.union(digits),
    "alpha": letters,
    "ascii": CharacterClass([0...0x7F]),
    "blank": CharacterClass(of: "\t "),
    "cntrl": CharacterClass([0...0x1F, 0x7F...0x7F]),
    "digit": digits,
    "graph": CharacterClass([0x21...0x7E]),
    "lower": lowercase,
    "print": CharacterClass([0x20...0x7E]),
    "punct": CharacterClass([0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E]),
    "space": CharacterClass([0x09...0x0D, 0x20...0x20]),
    "upper": uppercase,
    "word": wordCharacters,
    "xdigit": CharacterClass([0x30...0x39, 0x41...0x46, 0x61...0x66]),
  ]
}
