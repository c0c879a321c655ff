extension CharacterClass {
  /// The set with every code point that differs from one of its own in case only.
  ///
  /// - Complexity: O(*n*), and O(*m* log *m*) in what is added.
  var folded: CharacterClass {
    let contained = contains(ascending: CaseFolding.letters)
    var added: [Interval] = []
    for index in contained.indices where contained[index] {
      var other = CaseFolding.next[index]
      while other != index {
        let letter = CaseFolding.letters[other]
        if !contained[other] { added.append(letter...letter) }
        other = CaseFolding.next[other]
      }
    }
    return added.isEmpty ? self : CharacterClass(intervals + added)
  }

  /// The same of one code point.
  static func folded(_ scalar: Unicode.Scalar) -> CharacterClass {
    guard let index = CaseFolding.indexes[scalar.value] else { return CharacterClass(scalar) }
    var letters = [scalar.value...scalar.value]
    var other = CaseFolding.next[index]
    while other != index {
      letters.append(CaseFolding.letters[other]...CaseFolding.letters[other])
      other = CaseFolding.next[other]
    }
    return CharacterClass(letters)
  }
}

/// Simple case folding: which single code points are the same letter, such as `k`, `K` and the
/// sign of the kelvin.
private enum CaseFolding {
  /// The code points that have other forms, ascending.
  static let letters: [UInt32] = groups.joined().sorted()

  /// Where each of `letters` stands.
  static let indexes = Dictionary(
    uniqueKeysWithValues: letters.enumerated().map { ($0.element, $0.offset) })

  /// For each of `letters` the place of another form; the forms of one letter make a ring.
  static let next: [Int] = {
    var next = Array(letters.indices)
    for group in groups {
      let places = group.compactMap { indexes[$0] }
      for (place, following) in zip(places, places.dropFirst() + places.prefix(1)) {
        next[place] = following
      }
    }
    return next
  }()

  private static let groups: [[UInt32]] = {
    var representative: [UInt32: UInt32] = [:]
    func find(_ value: UInt32) -> UInt32 {
      var value = value
      while let next = representative[value], next != value { value = next }
      return value
    }
    // Letters with case stand in the first two planes only.
    for value in 0...UInt32(0x1FFFF) {
      guard let scalar = Unicode.Scalar(value), scalar.properties.changesWhenCaseMapped,
        !turkish.contains(value)
      else { continue }
      let properties = scalar.properties
      let mappings = [
        properties.lowercaseMapping, properties.uppercaseMapping, properties.titlecaseMapping,
      ]
      for mapping in mappings {
        let scalars = mapping.unicodeScalars
        guard scalars.count == 1, let other = scalars.first?.value, other != value else {
          continue
        }
        let (a, b) = (find(value), find(other))
        representative[max(a, b)] = min(a, b)
        representative[min(a, b)] = min(a, b)
      }
    }
    return Array(Dictionary(grouping: representative.keys.sorted(), by: find).values)
  }()

  /// Dotted capital and dotless small i, which are other forms of `i` in Turkish only.
  private static let turkish: Set<UInt32> = [0x130, 0x131]
}
