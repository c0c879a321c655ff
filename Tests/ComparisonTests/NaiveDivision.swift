/// Clusters in groups, as `docs/comparison.md` describes it, with doubles and step by step.
struct NaiveDivision {
  private(set) var groups: [[Int]] = []

  private let answers: [[Int?]]
  private let target: Int

  init(_ answers: [[Int?]], target: Int, size: Int) {
    self.answers = answers
    self.target = target
    var free = Array(answers.indices)

    var pairs: [(Int, Int, Double)] = []
    for first in free {
      for second in free where second > first {
        pairs.append((first, second, mutual([first, second])))
      }
    }
    while let best = pairs.filter({ $0.2 > 0 }).firstGreatest(by: \.2) {
      var group = [best.0, best.1]
      free.removeAll { group.contains($0) }
      while group.count < size {
        let fitting = free.filter { one in (group + [one]).allSatisfy { gives($0, group + [one]) } }
          .map { ($0, mutual(group + [$0])) }.filter { $0.1 > 0 }
        guard let next = fitting.firstGreatest(by: \.1)?.0 else { break }
        group.append(next)
        free.removeAll { $0 == next }
      }
      groups.append(group)
      pairs.removeAll { !free.contains($0.0) || !free.contains($0.1) }
    }

    while !free.isEmpty {
      // Who, into which group, or else beside whom, what for, and how good a way it is.
      var ways: [(who: Int, group: Int?, beside: Int?, benefit: Double, rank: Int, count: Int)] = []
      for (position, who) in free.enumerated() {
        for (place, group) in groups.enumerated() {
          let benefit = benefit(who, group)
          let rank = (benefit > 1e-12 ? 0 : 2) + (group.count < size ? 0 : 1)
          ways.append((who, place, nil, benefit, rank, group.count))
        }
        for other in free[(position + 1)...] {
          let benefit = benefit(who, [other])
          ways.append((who, nil, other, benefit, benefit > 1e-12 ? 0 : 2, 1))
        }
      }
      guard let least = ways.map(\.rank).min() else { break }
      var rest = ways.filter { $0.rank == least }
      while let best = rest.firstGreatest(by: { $0.benefit - 1e-9 * Double($0.count) }) {
        if let group = best.group { groups[group].append(best.who) }
        if let beside = best.beside { groups.append([best.who, beside]) }
        let placed = [best.who] + (best.beside.map { [$0] } ?? [])
        free.removeAll { placed.contains($0) }
        rest.removeAll { way in
          placed.contains(way.who) || way.beside.map(placed.contains) ?? false
            || (best.group != nil && way.group == best.group)
        }
      }
    }
  }

  private func gain(_ who: Int, _ group: [Int]) -> Double {
    MatchingTests.gain(answers[who], group.filter { $0 != who }.map { answers[$0] }, target)
  }

  private func mutual(_ group: [Int]) -> Double {
    let gains = group.map { gain($0, group) }
    return gains.contains(0) ? 0 : Double(gains.count) / gains.map { 1 / $0 }.reduce(0, +)
  }

  private func gives(_ who: Int, _ group: [Int]) -> Bool {
    let rest = group.filter { $0 != who }
    return rest.contains { gain($0, group) > gain($0, rest) + 1e-12 }
  }

  private func benefit(_ who: Int, _ group: [Int]) -> Double {
    let all = group + [who]
    return all.map { gain($0, all) }.reduce(0, +) - group.map { gain($0, group) }.reduce(0, +)
  }
}

extension Array {
  /// The first of those that are the greatest; what differs by less than a rounding is equal.
  fileprivate func firstGreatest(by value: (Element) -> Double) -> Element? {
    guard let greatest = map(value).max() else { return nil }
    return first { value($0) > greatest - 1e-10 }
  }
}
