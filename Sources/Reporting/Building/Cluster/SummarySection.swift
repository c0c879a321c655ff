import Clusters
import Documents
import Interview
import Language
import Numbers
import Planning
import Questionnaire
import Scoring
import Wording

extension Document {
  /// Page one: the level in words, strengths, gaps, next steps. It makes sense alone.
  mutating func addSummary(_ reported: ReportedCluster, _ words: Words) {
    let texts = words.texts
    let score = reported.assessed.score
    add(heading: texts("report.summary"), anchor: "summary")
    var spans: [Span] = [.strong(words.level(score)), .text(". " + words.total(score) + ".")]
    if let about = score.levelReached?.level.about { spans.append(.text(" " + words(about))) }
    blocks.append(.paragraph(spans))
    let steps = NextSteps(reported, words).first(3)
    let namesDeciders = !steps.contains(where: \.isToAnswer)
    if let range = words.levelRange(score, naming: namesDeciders) { add(paragraph: range) }

    let extremes = Extremes(of: reported.assessed)
    if extremes.areAllEqual { add(paragraph: texts("report.all-equal")) }
    for (heading, items) in [
      (texts("report.strengths"), extremes.strengths), (texts("report.gaps"), extremes.gaps),
    ] where !items.isEmpty {
      add(heading: heading, depth: 2)
      add(list: items.map { words.extreme($0, of: reported.assessed) })
    }
    add(heading: texts("report.next-steps"), depth: 2)
    if steps.isEmpty {
      add(paragraph: texts(extremes.gaps.isEmpty ? "report.step.none" : "report.step.only-gaps"))
    } else {
      blocks.append(.numbered(steps.map { words.step($0, score) }))
    }
  }
}

extension NextSteps.Step {
  fileprivate var isToAnswer: Bool { if case .answer = self { true } else { false } }
}

extension Words {
  /// A capacity with its score, or a question with its answer.
  fileprivate func extreme(
    _ extreme: Extremes.Item, of assessed: AssessedCluster
  ) -> [Document.Span] {
    let model = assessed.score.questionnaire
    switch extreme.subject {
    case .node(let node):
      let score = assessed.score.nodes[node]
      return [
        .text(self(model.nodes[node].title) + ": "),
        .strong(self.score(score.shown ?? extreme.share)),
      ]
    case .question(let place):
      let question = model.questions[place]
      return [
        .text(leading(question, in: model) + " – "),
        .strong(printed(assessed.interview.state(of: place), of: question)),
      ]
    }
  }

  /// A step on a line or two: what to do, from what to what, what it brings.
  fileprivate func step(_ step: NextSteps.Step, _ score: AssessmentScore) -> [Document.Span] {
    let model = score.questionnaire
    func questions(
      _ name: String, _ places: [Int], _ purpose: String = ""
    ) -> [Document.Span] {
      [
        .strong(texts(name, ["count": .count(places.count)])),
        .text(": " + self.questions(places, model) + "." + (purpose.isEmpty ? "" : " " + purpose)),
      ]
    }
    switch step {
    case .answer(let places):
      let purpose = score.total.value == nil ? "report.step.for-total" : "report.step.for-level"
      return questions("report.step.answer", places, texts(purpose))
    case .reconsider(let places): return questions("report.step.reconsider", places)
    case .improve(let improved, let gain, let advice):
      let question = model.questions[improved.question]
      return [
        .text(
          leading(question, in: model) + " – "
            + printed(improved.from, of: question, hidden: "report.confidential") + " → "),
        .strong(target(of: improved, question)),
        .text(". " + purpose(of: improved, gain, advice, score)),
      ]
    case .confirm(let places):
      let level = score.next.map { TextArgument.text(self(score.levels[$0].level.title)) }
      let purpose = level.map { texts("report.step.for-next-level", ["level": $0]) }
      return questions("report.step.confirm", places, purpose ?? "")
    case .advice(let recommendation):
      let towards = recommendation.towards.map { self(model.nodes[$0].title) }
      let purpose =
        towards.isEmpty
        ? "" : " " + texts("report.step.towards", ["capacities": .text(listed(towards, atMost: 3))])
      return [
        .strong(self(recommendation.title)), .text(". " + self(recommendation.say) + purpose),
      ]
    case .prove(let places): return questions("report.step.prove", places)
    case .complete(let places): return questions("report.step.complete", places)
    }
  }

  /// One or two questions in full, of more only what people know them by.
  private func questions(_ places: [Int], _ model: Questionnaire) -> String {
    places.count > 2
      ? model.names(places, texts)
      : places.map { place in
        let question = model.questions[place]
        let text = texts("common.quoted", ["text": .text(self(question.ask).withoutFullStop)])
        return question.code.map { $0 + " " + text } ?? text
      }.joined(separator: "; ")
  }

  /// `Total: +1.2. Needed for: total at least 70. Advice: Name somebody.`
  private func purpose(
    of improved: ImprovedAnswer, _ gain: Rational, _ advice: Recommendation?,
    _ score: AssessmentScore
  ) -> String {
    var sentences: [String] = []
    let tellsGain = score.questionnaire.questions[improved.question].pointsMayBeTold
    if tellsGain, gain != .zero, let change = score.total.shown(change: gain) {
      sentences.append(texts("report.step.gain", ["change": .text(self.change(change))]))
    }
    let needs = improved.serves.map { need($0, score) }
    if !needs.isEmpty {
      sentences.append(texts("report.step.needed", ["needs": .text(listed(needs, atMost: 2))]))
    }
    if let advice {
      sentences.append(texts("report.step.advice", ["advice": .text(self(advice.say))]))
    }
    return sentences.joined(separator: " ")
  }
}
