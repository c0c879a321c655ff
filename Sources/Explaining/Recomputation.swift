import CEL
import Interview
import Numbers
import Questionnaire
import Scoring

extension Derivation {
  /// The value as it follows from the inputs alone, each recomputed in turn.
  ///
  /// Written apart from the scorer, from the rules as they are documented, so that a derivation whose
  /// inputs do not account for its value is found out. What fails has no value.
  ///
  /// - Complexity: O(size of the tree); its depth is bounded by the model's.
  public var recomputed: Outcome {
    let values = inputs.map(\.recomputed)
    switch rule {
    case .given: return outcome
    case .rollUp(let rollUp, let scale, let coverage):
      let parts = zip(inputs, values).compactMap { input, value in
        input.part.map { (part: $0, share: value.share) }
      }
      let share = try? PartsEvaluation(parts, coverage).share(rollUp, scale)
      return share.map(Outcome.share) ?? .none
    case .capped:
      guard var share = values.first?.share else { return .none }
      for (input, value) in zip(inputs, values).dropFirst() {
        if case .cap(let highest) = input.rule, value == .status(.met) {
          share = min(share, highest)
        }
      }
      return .share(share)
    case .cap, .levelCap, .condition(nil):
      return .status(values.first?.truth ?? .unknown)
    case .condition(let quota?): return .status(Tally(values.map(\.truth)).status(quota))
    case .path(let path): return end(of: path, values)
    case .scaled(let scale):
      guard case .points(let points)? = values.first, let share = try? scale.share(points) else {
        return .none
      }
      return .share(share)
    case .points(let formula): return formula.points(values).map(Outcome.points) ?? .none
    case .expression(let program, _): return .value(evaluate(program, values))
    case .threshold(let needed, let best, let isFree):
      if isFree { return .status(.met) }
      if let share = values.first?.share { return .status(share >= needed ? .met : .unmet) }
      return .status(best.map { $0 < needed } ?? false ? .unmet : .unknown)
    case .capabilityNeed(let needed): return capabilityNeed(needed, values)
    case .practices(let quota):
      return .status(Tally(values.filter { $0 != .none }.map(\.truth)).status(quota))
    case .all:
      let all = values.map(\.truth)
      return .status(all.contains(.unmet) ? .unmet : all.contains(.unknown) ? .unknown : .met)
    case .level: return .level(level(values))
    case .practice(let formula): return formula.status(inputs, values)
    case .capability(let levels, let highest):
      return capability(Array(zip(values, levels)), highest)
    case .visibility: return .asked(values.first.map { $0.truth == .met } ?? true)
    case .outsideForm, .otherRespondent: return .asked(false)
    }
  }

  private func evaluate(_ program: Program, _ values: [Outcome]) -> Value {
    let count = (program.reads.map(\.index).max() ?? -1) + 1
    var variables = (0..<count).map { Value.unknown(UnknownSet(Slot(index: $0))) }
    for (slot, value) in zip(program.reads, values) {
      if case .value(let value) = value { variables[slot.index] = value }
    }
    return program.evaluate(variables)
  }

  private func end(of path: DecisionPath, _ values: [Outcome]) -> Outcome {
    var question = path.questions.lowerBound
    for (input, value) in zip(inputs, values) {
      guard input.subject == .answer(question), case .answer(.answered(let answer)) = value else {
        return .none
      }
      switch path.target(of: answer, from: question) {
      case .question(let next)?: question = next
      case .end(let points)?:
        return (try? path.scale.share(points)).map(Outcome.share) ?? .none
      case nil: return .none
      }
    }
    return .none
  }

  private func level(_ values: [Outcome]) -> Int {
    let levels = zip(inputs, values)
    let reached = levels.prefix { input, value in
      if case .conditions = input.subject { value == .status(.met) } else { false }
    }.count
    return levels.reduce(reached) { count, level in
      if case .levelCap(let highest) = level.0.rule, level.1 == .status(.met) {
        return min(count, highest)
      }
      return count
    }
  }

  /// The node's derivation tells the level; how high it may still rise follows from its practices.
  private func capabilityNeed(_ needed: Int, _ values: [Outcome]) -> Outcome {
    guard case .level(let now)? = values.first, let node = inputs.first,
      case .capability(let levels, _) = node.rule
    else { return .status(.met) }
    if now >= needed { return .status(.met) }
    let practices = zip(node.inputs.map(\.recomputed), levels)
    let isOut = !levels.contains(1) || practices.contains { $0 == .status(.unmet) && $1 <= needed }
    return .status(isOut ? .unmet : .unknown)
  }

  private func capability(_ practices: [(outcome: Outcome, level: Int)], _ highest: Int) -> Outcome
  {
    let counted = practices.filter { $0.outcome != .none }
    if counted.isEmpty { return .none }
    guard practices.contains(where: { $0.level == 1 }) else { return .level(0) }
    let lacking = counted.filter { $0.outcome != .status(.met) }.map(\.level)
    return .level((lacking.min() ?? highest + 1) - 1)
  }
}

extension Derivation {
  fileprivate func isBest(_ points: Rational) -> Bool {
    if case .points(let formula) = rule { points == formula.scale.to } else { false }
  }

  fileprivate func isWithoutPoints(_ answer: AnswerValue) -> Bool {
    guard case .points(let formula) = rule else { return false }
    return formula.isWithoutPoints(answer)
  }
}

extension Derivation.Outcome {
  var share: Rational? { if case .share(let share) = self { share } else { nil } }

  var truth: Status {
    switch self {
    case .status(let status): status
    case .value(.bool(let holds)): holds ? .met : .unmet
    default: .unknown
    }
  }
}

/// How many of several conditions are true, and how many may come to be.
private struct Tally {
  let met: Int
  let possible: Int
  let count: Int

  init(_ statuses: [Status]) {
    met = statuses.count { $0 == .met }
    possible = statuses.count { $0 != .unmet }
    count = statuses.count
  }

  func status(_ quota: Quota) -> Status {
    func suffice(_ number: Int) -> Bool {
      switch quota {
      case .count(let needed): number >= needed
      case .share(let needed):
        count == 0
          || (try? Rational(100 * number).divided(by: Rational(count))).map { $0 >= needed }
            ?? false
      }
    }
    return suffice(met) ? .met : suffice(possible) ? .unknown : .unmet
  }
}

extension PracticeFormula {
  /// The first input is the answer; then, each where the model has it, what decides on it, the
  /// comment, and the practices that come before.
  fileprivate func status(
    _ inputs: [Derivation], _ values: [Derivation.Outcome]
  ) -> Derivation.Outcome {
    let own = own(inputs, values)
    let earlier = zip(inputs, values).dropFirst().compactMap { input, value -> Status? in
      if case .practice = input.subject, value != .none { value.truth } else { nil }
    }.filter { $0 != .met }
    guard case .status(let status) = own, status != .unmet, !earlier.isEmpty else { return own }
    return .status(earlier.contains(.unmet) ? .unmet : .unknown)
  }

  private func own(
    _ inputs: [Derivation], _ values: [Derivation.Outcome]
  ) -> Derivation.Outcome {
    switch values.first {
    case .answer(.answered(let answer))?:
      if practice.strength == .suggested { return .status(.met) }
      var status = isBest(answer) ? Status.met : .unmet
      var isJustified = false
      for (input, value) in zip(inputs, values).dropFirst() {
        switch (input.subject, value) {
        case (.expression, _): status = value.truth
        case (.points, .points(let points)): status = input.isBest(points) ? .met : .unmet
        case (.points, _): status = input.isWithoutPoints(answer) ? .unmet : .unknown
        case (.comment, .value(.int(let length))): isJustified = length >= policy.justification
        default: break
        }
      }
      return .status(practice.strength == .should && isJustified ? .met : status)
    case .answer(.notApplicable)?:
      return switch policy.notApplicable {
      case .met: .status(.met)
      case .unmet: .status(.unmet)
      case .leftOut: .none
      }
    case .answer(.unanswered)?, .answer(.noData)?, .hiddenForNow?: return .status(.unknown)
    default: return .none
    }
  }

  private func isBest(_ answer: AnswerValue) -> Bool {
    switch (answer, kind) {
    case (.yesNo(let isYes), _): isYes
    case (.step(let step), .ladder(let steps)): step == steps.count
    default: false
    }
  }
}
