/// What a mistyped word may have been meant to be.
enum Suggestions {
  private static let longestWord = 64

  /// The word nearest to the one written, if it is near enough to be meant; of equally near ones
  /// the first in order.
  ///
  /// - Complexity: O(number of words × length²), words of very different length are not compared.
  static func nearest(to written: String, among words: some Sequence<String>) -> String? {
    let target = Array(written.lowercased().unicodeScalars)
    guard !target.isEmpty, target.count <= longestWord else { return nil }
    var best: (word: String, distance: Int)?
    let allowed = max(1, target.count / 3)
    for word in words {
      let candidate = Array(word.lowercased().unicodeScalars)
      let limit = min(allowed, best?.distance ?? allowed)
      guard candidate.count <= longestWord, abs(candidate.count - target.count) <= limit else {
        continue
      }
      let distance = distance(target, candidate)
      guard distance <= limit, word != written else { continue }
      if let known = best, (known.distance, known.word) <= (distance, word) { continue }
      best = (word, distance)
    }
    return best?.word
  }

  /// The number of letters inserted, left out, replaced or swapped with their neighbour (optimal
  /// string alignment).
  static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var distance = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          distance = min(distance, beforeLast[j - 1] + 1)
        }
        row.append(distance)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
