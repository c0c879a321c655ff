/// The known name nearest to one that is not known, if any is near enough to be what was meant.
///
/// Distance is the number of insertions, deletions, substitutions and swaps of neighbours (optimal
/// string alignment); near enough is at most a third of the length, at least 1, unless told otherwise. Of equally near
/// names the first in the alphabet is taken, so that the order of `known` does not matter.
///
/// - Complexity: O(names × length²), with names of very different length passed over.
public func suggestion(
  for name: String, among known: some Sequence<String>, within limit: Int? = nil
) -> String? {
  let wanted = Array(name.lowercased().unicodeScalars.prefix(64))
  var best: (name: String, distance: Int)?
  let limit = limit ?? max(1, wanted.count / 3)
  for candidate in known {
    let scalars = Array(candidate.lowercased().unicodeScalars.prefix(64))
    guard abs(scalars.count - wanted.count) <= limit else { continue }
    guard candidate != name, let distance = editDistance(wanted, scalars, atMost: limit) else {
      continue
    }
    if let known = best, (known.distance, known.name) <= (distance, candidate) { continue }
    best = (candidate, distance)
  }
  return best?.name
}

/// The distance; `nil` where it is greater than the limit, mostly told after a few rows.
private func editDistance(
  _ a: [Unicode.Scalar], _ b: [Unicode.Scalar], atMost limit: Int
) -> Int? {
  guard !a.isEmpty, !b.isEmpty else {
    let distance = max(a.count, b.count)
    return distance <= limit ? distance : nil
  }
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in 1...a.count {
    var row = [i]
    row.reserveCapacity(b.count + 1)
    for j in 1...b.count {
      let substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
      var distance = min(substitution, last[j] + 1, row[j - 1] + 1)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        distance = min(distance, beforeLast[j - 2] + 1)
      }
      row.append(distance)
    }
    // A swap reaches back two rows, and both of them are beyond the limit then.
    if min(row.min() ?? 0, last.min() ?? 0) > limit { return nil }
    (beforeLast, last) = (last, row)
  }
  return last[b.count] <= limit ? last[b.count] : nil
}
