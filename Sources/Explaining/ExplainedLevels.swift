import CEL
import Interview
import Numbers
import Questionnaire
import Scoring

extension Explainer {
  /// The level reached: level by level up to the first that is not, then the caps.
  public var level: Derivation {
    let reached = score.levels.prefix { $0.isReached }.count
    let levels = score.levels.indices.prefix(reached + 1).map { conditions(ofLevel: $0) }
    return Derivation(
      .level, .level, levels + questionnaire.levelCaps.indices.map { levelCap($0) },
      .level(score.level.map { $0 + 1 } ?? 0), at: nil)
  }

  /// The own conditions of a level, in the order of the file.
  public func conditions(ofLevel place: Int) -> Derivation {
    let result = score.levels[place]
    let thresholds = result.thresholds.map { threshold(place, $0) }
    let needs = result.capabilities.map { need in
      Derivation(
        .capabilityNeed(level: place, node: need.node), .capabilityNeed(need.needed),
        [capability(of: need.node)].compactMap(\.self), .status(need.status),
        at: result.level.place)
    }
    let practices = result.practices.map { need in
      Derivation(
        .practiceNeed(level: place, need.kind), .practices(need.quota),
        need.practices.compactMap { practice($0) }, .status(need.status), at: result.level.place)
    }
    let gates = result.gates.indices.map { gate($0, ofLevel: place) }
    let all = thresholds + needs + practices + gates
    let statuses = all.map(\.outcome)
    return Derivation(
      .conditions(level: place), .all, all,
      .status(
        result.isMet ? .met : statuses.contains(.status(.unmet)) ? .unmet : .unknown),
      at: result.level.place)
  }

  private func threshold(_ level: Int, _ result: ThresholdResult) -> Derivation {
    let (subject, score, place) =
      switch result.kind {
      case .total: (Derivation.Subject.total, self.score.total, questionnaire.levels[level].place)
      case .node(let node):
        (.node(node), self.score.nodes[node], questionnaire.nodes[node].place)
      }
    let isFree = result.needed <= .zero || (result.kind != .total && score.isEmpty)
    return Derivation(
      .threshold(level: level, result.kind),
      .threshold(needed: result.needed, best: score.high, isFree: isFree),
      [Derivation(subject, .given, outcome(of: score), at: result.kind == .total ? nil : place)],
      .status(result.status), at: questionnaire.levels[level].place,
      waitingFor: result.waitingFor)
  }

  /// On which capability level a node stands; `nil` where the model has none.
  public func capability(of place: Int) -> Derivation? {
    guard !questionnaire.capabilityLevels.isEmpty else { return nil }
    let node = questionnaire.nodes[place]
    let practices = questionnaire.questions[node.questions].compactMap { question in
      if case .capability(let level)? = question.practice?.level {
        practice(question.index).map { (practice: $0, level: level) }
      } else {
        nil
      }
    }
    return Derivation(
      .capability(node: place),
      .capability(
        levels: practices.map(\.level), highest: questionnaire.capabilityLevels.count),
      practices.map(\.practice),
      score.capability(of: place).map { .level($0.level) } ?? .none, at: node.place)
  }

  /// Whether a practice is fulfilled; `nil` for a question that is none.
  public func practice(_ place: Int) -> Derivation? {
    let question = questionnaire.questions[place]
    guard let practice = question.practice, let result = score.practice(of: place) else {
      return nil
    }
    var inputs = [answer(place)]
    if case .answered = interview.state(of: place), practice.strength != .suggested {
      if let condition = practice.condition {
        inputs.append(expression(condition))
      } else if case .met = question.points {
        // The best answer is the one that fulfils it.
      } else {
        inputs.append(points(of: question))
      }
      if practice.strength == .should {
        let comment = interview.response(to: place)?.comment ?? ""
        inputs.append(
          Derivation(
            .comment(place), .given, .value(.int(Int64(comment.count))), at: practice.place))
      }
    }
    inputs += practice.after.compactMap { earlier in
      score.practice(of: earlier).map { result in
        Derivation(
          .practice(earlier), .given, Self.outcome(of: result),
          at: questionnaire.questions[earlier].place)
      }
    }
    return Derivation(
      .practice(place),
      .practice(
        PracticeFormula(
          practice: practice, policy: questionnaire.scoring.practices, kind: question.kind)),
      inputs, Self.outcome(of: result), at: practice.place,
      waitingFor: Awaited(result.waitingFor, of: interview))
  }

  private static func outcome(of result: PracticeResult) -> Derivation.Outcome {
    result.isLeftOut ? .none : .status(result.status)
  }
}
