import Questionnaire

/// One way in which a part can stand in the score above it.
struct PartOutcome {
  var cost: Int
  /// 0–100; read where the part counts.
  var share = 0.0
  var standing: Standing
  /// What it means for the couplings that the part touches, in their order.
  var codes: [Int32] = []
  /// The move of a question, or the place among the outcomes of an entry or a path.
  var choice: Int32

  /// Where a part stands in the sums of the score above.
  struct Standing: Hashable {
    /// Whether it stands in the denominator.
    var counts = false
    /// Whether coverage counts it, and counts it as answered.
    var isApplicable = false
    var isAnswered = false
    /// Whether the score above is called for.
    var isCalledFor = false
    /// Whether it denies the score above.
    var blocks = false
  }

  /// Has a share that counts.
  static func counted(_ share: Double, cost: Int, choice: Int) -> PartOutcome {
    PartOutcome(
      cost: cost, share: share,
      standing: Standing(counts: true, isApplicable: true, isAnswered: true, isCalledFor: true),
      choice: Int32(choice))
  }

  /// Leaves the denominator and everything else alone.
  static func leftOut(cost: Int, choice: Int) -> PartOutcome {
    PartOutcome(cost: cost, standing: Standing(), choice: Int32(choice))
  }

  /// Would count and has no share.
  static func missing(_ policy: MissingPolicy, cost: Int, choice: Int) -> PartOutcome {
    var standing = Standing(isApplicable: true, isCalledFor: true)
    switch policy {
    case .exclude: break
    case .zero: standing.counts = true
    case .block: standing.blocks = true
    }
    return PartOutcome(cost: cost, standing: standing, choice: Int32(choice))
  }

  /// Is not applicable.
  static func notApplicable(_ policy: NotApplicablePolicy, cost: Int, choice: Int) -> PartOutcome {
    switch policy {
    case .exclude: leftOut(cost: cost, choice: choice)
    case .block:
      PartOutcome(
        cost: cost, standing: Standing(isCalledFor: true, blocks: true), choice: Int32(choice))
    case .full, .zero:
      PartOutcome(
        cost: cost, share: policy == .full ? 100 : 0,
        standing: Standing(counts: true, isCalledFor: true), choice: Int32(choice))
    }
  }
}

/// What a score can come to at a cost.
struct ScoreOutcome {
  enum Kind { case share, missing, empty }
  var cost: Int
  var kind: Kind
  /// 0–100; read where `kind` is `share`.
  var share: Double
  /// What it means for the couplings that reach beyond the score.
  var codes: [Int32]
  /// The place among the last states it comes from.
  var state: Int32

  /// As a part of the score above.
  ///
  /// - Parameter unanswered: What the score above makes of missing ones.
  func part(_ unanswered: MissingPolicy, choice: Int) -> PartOutcome {
    var outcome: PartOutcome =
      switch kind {
      case .share: .counted(share, cost: cost, choice: choice)
      case .missing: .missing(unanswered, cost: cost, choice: choice)
      case .empty: .leftOut(cost: cost, choice: choice)
      }
    outcome.codes = codes
    return outcome
  }
}
