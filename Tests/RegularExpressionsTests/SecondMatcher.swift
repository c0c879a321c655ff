import TestKit

/// A random pattern as a tree of its own, with a second way to match it: every way through the
/// pattern is tried.
indirect enum Sample {
  case literal(Character)
  case dot
  case set([Character], isInverted: Bool)
  case place(String)
  case group([[Sample]])
  case repeated(Sample, String, minimum: Int, maximum: Int)

  static let letters: [Character] = ["a", "b", "ž", "\n", "_"]

  static func branches(depth: Int, _ random: inout SplitMix) -> [[Sample]] {
    (0...random.below(2)).map { _ in
      (0..<random.below(4)).map { _ in sample(depth: depth, &random) }
    }
  }

  private static func sample(depth: Int, _ random: inout SplitMix) -> Sample {
    let repetitions = [
      ("*", 0, Int.max), ("+", 1, .max), ("?", 0, 1), ("{2}", 2, 2), ("{1,}?", 1, .max),
      ("{0,2}", 0, 2), ("{1,3}", 1, 3), ("*?", 0, .max),
    ]
    switch random.below(depth > 0 ? 12 : 8) {
    case 0...3: return .literal(letters[random.below(3)])
    case 4: return .dot
    case 5, 6:
      let count = 1 + random.below(3)
      let members = (0..<count).map { _ in letters[random.below(letters.count)] }
      return .set(members, isInverted: random.below(2) == 0)
    case 7:
      let places = ["^", "$", #"\b"#, #"\B"#, "(?m:^)", "(?m:$)"]
      return .place(places[random.below(places.count)])
    case 8, 9: return .group(branches(depth: depth - 1, &random))
    default:
      let (text, minimum, maximum) = repetitions[random.below(repetitions.count)]
      let inner = Sample.group(branches(depth: depth - 1, &random))
      return .repeated(inner, text, minimum: minimum, maximum: maximum)
    }
  }

  var pattern: String {
    switch self {
    case .literal(let letter): String(letter)
    case .dot: "."
    case .set(let members, let isInverted): (isInverted ? "[^" : "[") + String(members) + "]"
    case .place(let text): text
    case .group(let branches): "(" + Self.pattern(branches) + ")"
    case .repeated(let inner, let text, _, _): inner.pattern + text
    }
  }

  static func pattern(_ branches: [[Sample]]) -> String {
    branches.map { $0.map(\.pattern).joined() }.joined(separator: "|")
  }

  static func isFound(_ branches: [[Sample]], in text: [Character]) -> Bool {
    text.indices.contains { !ends(branches, text, $0).isEmpty }
      || !ends(branches, text, text.count).isEmpty
  }

  private static func ends(_ branches: [[Sample]], _ text: [Character], _ start: Int) -> Set<Int> {
    branches.reduce(into: []) { found, parts in
      found.formUnion(
        parts.reduce(into: Set([start])) { places, part in
          places = Set(places.flatMap { part.ends(text, $0) })
        })
    }
  }

  /// Where a match that begins at a place can end.
  private func ends(_ text: [Character], _ start: Int) -> Set<Int> {
    func next(if holds: (Character) -> Bool) -> Set<Int> {
      start < text.count && holds(text[start]) ? [start + 1] : []
    }
    switch self {
    case .literal(let letter): return next { $0 == letter }
    case .dot: return next { $0 != "\n" }
    case .set(let members, let isInverted): return next { members.contains($0) != isInverted }
    case .place(let place): return Self.holds(place, text, start) ? [start] : []
    case .group(let branches): return Self.ends(branches, text, start)
    case .repeated(let inner, _, let minimum, let maximum):
      var places: Set = [start]
      for _ in 0..<minimum { places = Set(places.flatMap { inner.ends(text, $0) }) }
      var all = places
      // No more repetitions than there are letters can each move on.
      for _ in 0..<min(maximum - minimum, text.count + 1) {
        places = Set(places.flatMap { inner.ends(text, $0) })
        all.formUnion(places)
      }
      return all
    }
  }

  private static func holds(_ place: String, _ text: [Character], _ index: Int) -> Bool {
    func isWord(_ index: Int) -> Bool {
      text.indices.contains(index) && ["a", "b", "_"].contains(text[index])
    }
    let isBoundary = isWord(index - 1) != isWord(index)
    return switch place {
    case "^": index == 0
    case "$": index == text.count
    case "(?m:^)": index == 0 || text[index - 1] == "\n"
    case "(?m:$)": index == text.count || text[index] == "\n"
    case #"\b"#: isBoundary
    default: !isBoundary
    }
  }
}
