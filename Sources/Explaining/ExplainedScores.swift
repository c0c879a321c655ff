import CEL
import Interview
import Numbers
import Questionnaire
import Scoring

extension Explainer {
  /// A node's score: from its parts, then under its caps.
  public func node(_ place: Int) -> Derivation {
    let node = questionnaire.nodes[place]
    guard !node.rule.caps.isEmpty else { return rolledUp(node, as: .node(place)) }
    let before = rolledUp(node, as: .uncapped(node: place))
    let caps = node.rule.caps.indices.map { scoreCap($0, of: node, on: before) }
    return Derivation(
      .node(place), .capped, [before] + caps, outcome(of: score.nodes[place]), at: node.place)
  }

  /// A node's score without its caps; where it has caps nobody but its own rule knows that number.
  private func rolledUp(_ node: ScoreNode, as subject: Derivation.Subject) -> Derivation {
    let hasAspects = !questionnaire.aspects.isEmpty && node.path == nil
    var rollUp = node.rule.rollUp
    var weights: [Rational] = Array(repeating: 1, count: questionnaire.aspects.count)
    if hasAspects {
      switch questionnaire.scoring.aspects {
      case .minimum: rollUp = .minimum
      case .mean(let declared):
        rollUp = .mean
        weights.replaceSubrange(0..<min(weights.count, declared.count), with: declared)
      }
    }
    let parts: [Derivation] =
      if hasAspects {
        questionnaire.aspects.indices.compactMap { aspect in
          score.aspects[node.node][aspect].map { score in
            self.aspect(aspect, of: node, score).taking(
              Derivation.Part(
                weight: weights[aspect],
                treatment: treatment(
                  of: score, isCalledFor: isCalledFor(node.node, aspect: aspect),
                  node.rule.unanswered, weight: weights[aspect])))
          }
        }
      } else {
        ownParts(of: node) { _ in true }
          + node.children.map {
            part($0, weight: questionnaire.nodes[$0].weight, missing: node.rule.unanswered)
          }
      }
    let derivation = Derivation(
      subject,
      .rollUp(rollUp, scale: node.rule.scale, minimumCoverage: node.rule.minimumCoverage), parts,
      outcome(of: score.nodes[node.node]), at: node.place)
    guard case .uncapped = subject else { return derivation }
    return Derivation(
      subject, derivation.rule, parts, derivation.recomputed, at: node.place)
  }

  private func aspect(_ aspect: Int, of node: ScoreNode, _ score: Score) -> Derivation {
    let below = node.children.compactMap { child -> Derivation? in
      guard let childScore = self.score.aspects[child][aspect] else { return nil }
      let below = questionnaire.nodes[child]
      // A path has one end, which is its score in whatever aspect it counts.
      let derivation =
        below.path == nil ? self.aspect(aspect, of: below, childScore) : self.node(child)
      return derivation.taking(
        Derivation.Part(
          weight: below.weight,
          treatment: treatment(
            of: childScore, isCalledFor: isCalledFor(child, aspect: aspect),
            node.rule.unanswered, weight: below.weight)))
    }
    return Derivation(
      .aspect(node: node.node, aspect: aspect),
      .rollUp(
        node.rule.rollUp, scale: node.rule.scale, minimumCoverage: node.rule.minimumCoverage),
      ownParts(of: node) { $0.aspect == aspect } + below, outcome(of: score),
      at: questionnaire.aspects[aspect].place)
  }

  /// A node as a part of what stands above it.
  func part(_ place: Int, weight: Rational, missing: MissingPolicy) -> Derivation {
    node(place).taking(
      Derivation.Part(
        weight: weight,
        treatment: treatment(
          of: score.nodes[place], isCalledFor: isCalledFor(place, aspect: nil), missing,
          weight: weight)))
  }

  /// The questions of a node, or the way through them.
  private func ownParts(
    of node: ScoreNode, where counts: (Question) -> Bool
  ) -> [Derivation] {
    if let path = node.path {
      let part = Derivation.Part(
        weight: 1, treatment: treatment(of: path.score(interview), node.rule))
      return [self.path(path, of: node).taking(part)]
    }
    return scoredQuestions(of: node).filter { counts($0.question) }.map { question, score in
      self.question(question.index, score).taking(
        Derivation.Part(weight: question.weight, treatment: treatment(of: score, node.rule)))
    }
  }

  private func scoredQuestions(
    of node: ScoreNode
  ) -> [(question: Question, score: QuestionScore)] {
    questionnaire.questions[node.ownQuestions].compactMap { question in
      guard question.isScored, let score = score.questions[question.index] else { return nil }
      return (question, score)
    }
  }

  /// What becomes of a question in the score of its node, by the node's policy.
  private func treatment(of question: QuestionScore, _ rule: ScoreRule) -> Derivation.Treatment {
    func missing(_ policy: MissingPolicy, _ reason: Derivation.Reason) -> Derivation.Treatment {
      switch policy {
      case .exclude: .leftOut(reason)
      case .zero: .countedAs(share: 0, reason)
      case .block: .blocks(reason)
      }
    }
    switch (question.standing, question.state) {
    case (.counted, _): return .counted
    case (.hiddenForNow, _): return .leftOut(.hiddenForNow)
    case (_, .notApplicable):
      return switch rule.notApplicable {
      case .exclude: .leftOut(.notApplicable)
      case .full: .countedAs(share: 100, .notApplicable)
      case .zero: .countedAs(share: 0, .notApplicable)
      case .block: .blocks(.notApplicable)
      }
    case (.leftOut, .notAsked): return .leftOut(.notAsked)
    case (.leftOut, _): return .leftOut(.withoutPoints)
    case (.open, .unanswered): return missing(rule.unanswered, .unanswered)
    case (.open, .noData): return missing(rule.noData, .noData)
    case (.open, _): return .leftOut(question.failure == nil ? .waiting : .failed)
    }
  }

  /// The same of a node or of a named score.
  private func treatment(
    of score: Score, isCalledFor: Bool, _ policy: MissingPolicy, weight: Rational
  ) -> Derivation.Treatment {
    if weight == .zero { return .leftOut(.weightless) }
    if score.failure != nil { return .blocks(.failed) }
    guard isCalledFor, score.low != nil else { return .leftOut(.nothingApplies) }
    guard score.value == nil else { return .counted }
    return switch policy {
    case .exclude: .leftOut(.withoutScore)
    case .zero: .countedAs(share: 0, .withoutScore)
    case .block: .blocks(.withoutScore)
    }
  }

  /// Whether anything below counts, or would count if it had an answer.
  private func isCalledFor(_ place: Int, aspect: Int?) -> Bool {
    let node = questionnaire.nodes[place]
    func calls(_ treatment: Derivation.Treatment) -> Bool {
      if case .leftOut(let reason) = treatment { reason.isApplicable } else { true }
    }
    if let path = node.path, calls(treatment(of: path.score(interview), node.rule)) { return true }
    let own = scoredQuestions(of: node).contains { question, score in
      (aspect.map { question.aspect == $0 } ?? true) && calls(treatment(of: score, node.rule))
    }
    return own
      || node.children.contains { child in
        questionnaire.nodes[child].weight > .zero && isCalledFor(child, aspect: aspect)
      }
  }

  // MARK: Questions

  /// The share that a question's points are of its scale.
  func question(_ place: Int, _ score: QuestionScore) -> Derivation {
    let question = questionnaire.questions[place]
    return Derivation(
      .question(place), .scaled(question.scale), [points(of: question)],
      score.score.map(Derivation.Outcome.share) ?? .none, at: question.place)
  }

  /// The points of a question, from the answer.
  func points(of question: Question) -> Derivation {
    var inputs = [answer(question.index)]
    if case .met = question.points {
      inputs.append(practice(question.index) ?? answer(question.index))
    } else if let expression = question.points.expression, interview.isAsked(question.index) {
      inputs.append(self.expression(expression))
    }
    let rule = DerivationRule.points(PointsFormula(question))
    let scored = score.questions[question.index]?.points
    let place = question.points.expression?.place ?? question.place
    if let scored {
      return Derivation(.points(question.index), rule, inputs, .points(scored), at: place)
    }
    if question.isScored {
      return Derivation(.points(question.index), rule, inputs, .none, at: place)
    }
    // Nobody has computed the points of a question that is not scored; its practice may need them.
    let draft = Derivation(.points(question.index), rule, inputs, .none, at: place)
    return Derivation(.points(question.index), rule, inputs, draft.recomputed, at: place)
  }

  /// The effective answer.
  func answer(_ place: Int) -> Derivation {
    let state = interview.state(of: place)
    let isOpen = state == .notAsked && interview.visibilityIsOpen(place)
    return Derivation(
      .answer(place), .given, isOpen ? .hiddenForNow : .answer(state),
      at: questionnaire.questions[place].place)
  }

  /// The questions on the way through a decision path, up to where it ends or stops.
  private func path(_ path: DecisionPath, of node: ScoreNode) -> Derivation {
    var inputs: [Derivation] = []
    var next: Int? = path.questions.lowerBound
    while let question = next, inputs.count < path.questions.count {
      inputs.append(answer(question))
      guard case .answered(let answer) = interview.state(of: question),
        case .question(let following)? = path.target(of: answer, from: question)
      else { break }
      next = following
    }
    return Derivation(
      .path(node: node.node), .path(path), inputs,
      path.score(interview).score.map(Derivation.Outcome.share) ?? .none, at: node.place)
  }
}
