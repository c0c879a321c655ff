internal import Diagnostics

/// What was probably meant by a function that is not known.
enum FunctionSuggestions {
  /// Words of other languages, in small letters, and what stands for them here.
  private static let synonyms: [String: String] = [
    "any": "exists", "average": "meanAnswered", "avg": "meanAnswered", "ceiling": "math.ceil",
    "every": "all", "includes": "contains", "isanswered": "answered",
    "isnan": "math.isNaN", "isset": "answered", "len": "size", "length": "size",
    "lower": "lowerAscii", "lowercase": "lowerAscii", "max": "math.greatest",
    "maximum": "math.greatest", "mean": "meanAnswered", "min": "math.least",
    "minimum": "math.least", "some": "exists", "strip": "trim", "substr": "substring",
    "tolower": "lowerAscii", "tolowercase": "lowerAscii", "toupper": "upperAscii",
    "touppercase": "upperAscii", "truncate": "math.trunc",
    "upper": "upperAscii", "uppercase": "upperAscii",
  ]

  /// Looks for another word for the same, then for the nearest name, then for the nearest whatever
  /// stands before its dot.
  static func suggestion(for name: String, among known: [String]) -> String? {
    let word = lastPart(name)
    if let meant = synonyms[word.lowercased()], known.contains(meant) { return meant }
    if let near = Diagnostics.suggestion(for: name, among: known) { return near }
    if let same = known.filter({ lastPart($0) == word && $0 != name }).min() { return same }
    let near = Diagnostics.suggestion(for: word, among: known.map(lastPart))
    return near.flatMap { near in known.filter { lastPart($0) == near }.min() }
  }

  private static func lastPart(_ name: String) -> String {
    name.split(separator: ".").last.map(String.init) ?? name
  }
}
