/// How far the weights of a model are in doubt. Weights of siblings are drawn anew, group by group;
/// a group of one part has nothing to draw.
public enum WeightDoubt: Sendable, Hashable {
  /// Each weight w by itself, evenly between w·(1 − share) and w·(1 + share), as the JRC and COINr do
  /// it; 0 < share ≤ 1.
  case noise(share: Double)
  /// The shares w₀ of the siblings together, by a Dirichlet distribution with parameters c·w₀: their
  /// means are w₀, their variances w₀(1 − w₀) / (c + 1); c > 0.
  case dirichlet(concentration: Double)

  /// Whether its number is within its limits.
  public var isSound: Bool {
    switch self {
    case .noise(let share): share > 0 && share <= 1
    case .dirichlet(let concentration): concentration > 0 && concentration <= 1e9
    }
  }

  /// One draw for a weight that is this share of its group's; groups are means, so it does not matter
  /// that the drawn weights of one do not add up to 1.
  func draw(_ share: Double, _ generator: inout SeededGenerator) -> Double {
    switch self {
    case .noise(let noise): share * (1 + noise * (2 * generator.uniform() - 1))
    case .dirichlet(let concentration): generator.gamma(shape: concentration * share)
    }
  }
}
