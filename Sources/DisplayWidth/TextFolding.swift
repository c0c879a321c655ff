extension StringProtocol {
  /// The text in lower case without the marks of its Latin letters: “Peržiūra” becomes “perziura”.
  ///
  /// What people may leave out when they type a command or look for something in a list.
  public var withoutMarks: String {
    var result = ""
    for scalar in lowercased().unicodeScalars {
      if scalar.isASCII {
        result.unicodeScalars.append(scalar)
      } else if scalar.properties.generalCategory != .nonspacingMark {
        result.unicodeScalars.append(scalar.baseLetter)
      }
    }
    return result
  }
}

extension Unicode.Scalar {
  /// The letter that the name of this one is built upon: `LATIN SMALL LETTER S WITH CARON` is an s.
  fileprivate var baseLetter: Unicode.Scalar {
    let beginning = "LATIN SMALL LETTER "
    guard let name = properties.name, name.hasPrefix(beginning) else { return self }
    let rest = name.dropFirst(beginning.count)
    guard let letter = rest.unicodeScalars.first, rest.dropFirst().hasPrefix(" WITH ") else {
      return self
    }
    return letter.properties.lowercaseMapping.unicodeScalars.first ?? self
  }
}
