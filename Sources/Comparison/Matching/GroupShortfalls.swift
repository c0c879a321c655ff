import Numbers

/// What a group of clusters has to tell one another.
extension Shortfalls {
  /// The harmonic mean of what each could learn from the best of the others; 0 where somebody falls
  /// short of nothing, and so could only give.
  func mutual(_ members: [Int]) throws(ArithmeticFailure) -> Rational {
    var shares: [Rational] = []
    for member in members {
      let share = try share(of: member, in: members)
      guard share > .zero else { return .zero }
      shares.append(share)
    }
    return try shares.harmonicMean() ?? .zero
  }

  /// Whether without one of them somebody could learn less. By the mutual score alone the weakest of
  /// all would fit into every group, since it learns most and takes nothing from what others learn.
  func gives(_ giver: Int, in members: [Int]) throws(ArithmeticFailure) -> Bool {
    let rest = members.filter { $0 != giver }
    for learner in rest where try share(of: learner, in: members) > share(of: learner, in: rest) {
      return true
    }
    return false
  }

  /// In which capacities one is better than each of the others: where that covers most first.
  func leads(of member: Int, in members: [Int]) throws(ArithmeticFailure) -> [Int] {
    var leads: [(capacity: Int, covered: Rational)] = []
    for (capacity, cell) in cells[member].enumerated() {
      let others = members.filter { $0 != member }.compactMap { cells[$0][capacity]?.share }
      guard let own = cell?.share, others.allSatisfy({ $0 < own }) else { continue }
      var covered = Rational.zero
      for other in others where other < target {
        let way = try min(target, own).subtracting(other)
        covered = try covered.adding(weights[capacity].multiplied(by: way))
      }
      leads.append((capacity, covered))
    }
    leads.sort { $0.covered == $1.covered ? $0.capacity < $1.capacity : $0.covered > $1.covered }
    return leads.map(\.capacity)
  }

  /// What all of a group would learn more, taken together, with somebody in addition, who learns, too.
  func benefit(of cluster: Int, joining members: [Int]) throws(ArithmeticFailure) -> Rational {
    let all = members + [cluster]
    var sum = try share(of: cluster, in: all)
    for member in members {
      let more = try share(of: member, in: all).subtracting(share(of: member, in: members))
      sum = try sum.adding(more)
    }
    return sum
  }

  /// What one could learn from the best of the others of a group; 0 where it falls short of nothing.
  private func share(of member: Int, in members: [Int]) throws(ArithmeticFailure) -> Rational {
    try complementarity(of: member, from: members.filter { $0 != member })?.share ?? .zero
  }
}
