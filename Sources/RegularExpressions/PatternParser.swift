/// Reads RE2's syntax.
///
/// Recursion follows groups, whose depth is bounded.
struct PatternParser {
  /// What `(?i)` and its like have switched; greediness is of no consequence.
  struct Flags {
    var ignoresCase = false
    var dotMatchesNewline = false
    var anchorsMatchLines = false
  }

  let scalars: [Unicode.Scalar]
  /// The byte at which each scalar begins, and the length of the pattern.
  private let offsets: [Int]
  /// The scalar that is read next.
  var position = 0
  var flags = Flags()
  var groupNames: Set<String> = []
  private var depth = 0
  private var classes: [CharacterClass] = []
  private var classIndexes: [CharacterClass: Int] = [:]

  static func parse(_ pattern: String) throws(PatternError) -> ParsedPattern {
    let length = pattern.utf8.count
    guard length <= PatternLimits.length else { throw PatternError(.tooLong, at: 0..<length) }
    var parser = PatternParser(pattern)
    let tree = try parser.alternation()
    if parser.position < parser.scalars.count {
      throw parser.error(.groupNotOpened, from: parser.position, to: parser.position + 1)
    }
    return ParsedPattern(tree: tree, classes: parser.classes, length: length)
  }

  private init(_ pattern: String) {
    scalars = Array(pattern.unicodeScalars)
    var offsets = [0]
    for scalar in scalars { offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar)) }
    self.offsets = offsets
  }

  // MARK: Reading

  /// The scalar some places ahead.
  func peek(_ distance: Int = 0) -> Unicode.Scalar? {
    position + distance < scalars.count ? scalars[position + distance] : nil
  }

  /// Reads a text if it stands here.
  mutating func skip(_ text: String) -> Bool {
    let wanted = text.unicodeScalars
    guard scalars[position...].starts(with: wanted) else { return false }
    position += wanted.count
    return true
  }

  /// A mistake between two places, given as numbers of scalars.
  func error(_ kind: PatternError.Kind, from start: Int, to end: Int) -> PatternError {
    PatternError(kind, at: offsets[start]..<offsets[min(end, scalars.count)])
  }

  /// A mistake in what has been read since a place.
  func error(_ kind: PatternError.Kind, from start: Int) -> PatternError {
    error(kind, from: start, to: position)
  }

  /// A part of the tree for one code point of a class.
  mutating func character(_ set: CharacterClass) -> PatternTree {
    if let index = classIndexes[set] { return .character(index) }
    classes.append(set)
    classIndexes[set] = classes.count - 1
    return .character(classes.count - 1)
  }

  private mutating func literal(_ scalar: Unicode.Scalar) -> PatternTree {
    character(flags.ignoresCase ? .folded(scalar) : CharacterClass(scalar))
  }

  // MARK: Structure

  /// Branches up to the end of the group, or of the pattern.
  private mutating func alternation() throws(PatternError) -> PatternTree {
    var branches = [try concatenation()]
    while skip("|") { branches.append(try concatenation()) }
    return branches.count == 1 ? branches[0] : .alternation(branches)
  }

  private mutating func concatenation() throws(PatternError) -> PatternTree {
    var parts: [PatternTree] = []
    while let next = peek(), next != "|", next != ")" {
      if skip(#"\Q"#) {
        parts += try quotation()
        continue
      }
      let part = try repeated(try atom())
      if let part, part != .empty { parts.append(part) }
    }
    return Self.joined(parts)
  }

  private static func joined(_ parts: [PatternTree]) -> PatternTree {
    switch parts.count {
    case 0: .empty
    case 1: parts[0]
    default: .concatenation(parts)
    }
  }

  /// What stands between `\Q` and `\E`, or the end; what follows can repeat its last scalar.
  private mutating func quotation() throws(PatternError) -> [PatternTree] {
    var parts: [PatternTree] = []
    while !skip(#"\E"#), let scalar = peek() {
      position += 1
      parts.append(literal(scalar))
    }
    if let last = parts.popLast() {
      if let part = try repeated(last) { parts.append(part) }
    }
    return parts
  }

  /// Reads what can be repeated; `nil` is something that cannot, such as `(?i)`.
  private mutating func atom() throws(PatternError) -> PatternTree? {
    let start = position
    guard let scalar = peek() else { return nil }
    if repetitionFollows { throw try repetitionError(.nothingToRepeat) }
    switch scalar {
    case "(": return try group()
    case "[": return character(try characterClass())
    case #"\"#:
      switch try escape() {
      case .scalar(let scalar): return literal(scalar)
      case .set(let set): return character(set)
      case .assertion(let assertion): return .assertion(assertion)
      }
    default: break
    }
    position = start + 1
    switch scalar {
    case ".": return character(flags.dotMatchesNewline ? .all : .exceptNewline)
    case "^": return .assertion(flags.anchorsMatchLines ? .beginLine : .beginText)
    case "$": return .assertion(flags.anchorsMatchLines ? .endLine : .endText)
    default: return literal(scalar)
    }
  }

  // MARK: Groups

  private mutating func group() throws(PatternError) -> PatternTree? {
    let start = position
    position += 1
    let outside = flags
    if skip("?") {
      guard try opensGroup(from: start) else { return nil }
    }
    depth += 1
    defer { depth -= 1 }
    guard depth <= PatternLimits.nesting else { throw error(.tooDeep, from: start, to: start + 1) }
    let tree = try alternation()
    guard skip(")") else { throw error(.groupNotClosed, from: start, to: start + 1) }
    flags = outside
    return tree
  }
}
