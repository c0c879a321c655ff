/// How the scores of parts become the score of the whole.
public enum RollUp: Sendable, Hashable {
  /// The weighted arithmetic mean, Σ weight × share / Σ weight.
  case mean
  /// The same share on a longer ruler: with every part counted, the score shown is
  /// Σ weight × score shown.
  case sum
  /// The least of the shares of whatever has a weight.
  case minimum
  /// The weighted geometric mean of the shares on the scale of the whole.
  case geometricMean
  /// The weighted harmonic mean of the shares on the scale of the whole.
  case harmonicMean
  /// The middle share; between two the mean of both.
  case median
  /// The mean of the best so many; of all where there are fewer.
  case best(Int)
  /// The points at which the answers' way through a decision path ends.
  case path

  /// The word of the model file, such as `geometric_mean`.
  public var name: String {
    switch self {
    case .mean: "mean"
    case .sum: "sum"
    case .minimum: "minimum"
    case .geometricMean: "geometric_mean"
    case .harmonicMean: "harmonic_mean"
    case .median: "median"
    case .best: "best"
    case .path: "path"
    }
  }
}
