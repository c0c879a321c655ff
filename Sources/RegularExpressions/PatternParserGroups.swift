extension PatternParser {
  /// Reads what follows `(?`: a name, flags with or without a group, or what RE2 does not have.
  ///
  /// - Returns: Whether a group begins; flags alone hold up to the end of the group around them.
  mutating func opensGroup(from start: Int) throws(PatternError) -> Bool {
    for sign in ["=", "!", "<=", "<!"] where skip(sign) { throw error(.lookaround, from: start) }
    if skip("P=") { throw error(.backreference, from: start) }
    if skip("P<") || skip("<") {
      try groupName(from: start)
      return true
    }
    return try readFlags(from: start)
  }

  private mutating func groupName(from start: Int) throws(PatternError) {
    let nameStart = position
    while let scalar = peek(), scalar != ">", scalar != ")" { position += 1 }
    let name = scalars[nameStart..<position]
    guard peek() == ">", !name.isEmpty, name.allSatisfy(\.isNameCharacter) else {
      throw error(.groupName, from: start)
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: name)
    guard groupNames.insert(String(text)).inserted else {
      throw error(.duplicateGroupName, from: nameStart)
    }
    position += 1
  }

  private mutating func readFlags(from start: Int) throws(PatternError) -> Bool {
    var changed = flags
    var value = true
    var isComplete = true
    while let scalar = peek() {
      position += 1
      switch scalar {
      case "i": changed.ignoresCase = value
      case "s": changed.dotMatchesNewline = value
      case "m": changed.anchorsMatchLines = value
      case "U": break
      case "-" where value:
        value = false
        isComplete = false
        continue
      case ":" where isComplete, ")" where isComplete:
        flags = changed
        return scalar == ":"
      default: throw error(.unknownGroup, from: start)
      }
      isComplete = true
    }
    throw error(.groupNotClosed, from: start, to: start + 1)
  }
}

extension Unicode.Scalar {
  /// Whether RE2 allows it in the name of a group: letters, marks, digits and connectors.
  fileprivate var isNameCharacter: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .letterNumber, .nonspacingMark, .spacingMark, .decimalNumber, .connectorPunctuation:
      true
    default: false
    }
  }
}
