public import Questionnaire

extension Question {
  /// Whether the points of an answer say no more of it than others may know: those of a confidential
  /// answer only where they come from bands.
  public var pointsMayBeTold: Bool {
    guard isConfidential else { return true }
    if case .bands = points { return true }
    return false
  }
}
