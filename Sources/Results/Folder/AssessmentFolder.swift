import Interview

/// Where in a cluster's folder an assessment lies.
enum AssessmentFolder: String, CaseIterable {
  /// The cluster's own, in its folder itself.
  case own = ""
  /// What members answer.
  case members
  /// What facilitators answer.
  case facilitators

  /// The folder for what somebody answers.
  init(of rater: Rater) {
    switch rater {
    case .manager: self = .own
    case .member: self = .members
    case .facilitator: self = .facilitators
    }
  }

  /// Whose file bears a name in this folder; `nil` where none of that name lies here.
  func rater(named name: String?) -> Rater? {
    switch (self, name) {
    case (.own, nil): .manager
    case (.members, let name?): .member(name)
    case (.facilitators, let name?): .facilitator(name)
    default: nil
    }
  }
}
