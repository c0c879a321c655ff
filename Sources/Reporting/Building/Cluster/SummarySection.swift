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
    if let range = words.levelRange(score) { add(paragraph: range) }

    let extremes = Extremes(of: reported.assessed)
    if extremes.areAllEqual { add(paragraph: texts("report.all-equal")) }
    for (heading, items) in [
      (texts("report.strengths"), extremes.strengths), (texts("report.gaps"), extremes.gaps),
    ] where !items.isEmpty {
      add(heading: heading, depth: 2)
      add(list: items.map { words.extreme($0, of: reported.assessed) })
    }
    let steps = NextSteps(reported, words).first(3)
    if !steps.isEmpty {
      add(heading: texts("report.next-steps"), depth: 2)
      blocks.append(.numbered(steps.map { words.step($0, reported) }))
    }
  }
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
        .text(leading(question) + " – "),
        .strong(printed(assessed.interview.state(of: place), of: question)),
      ]
    }
  }

  /// A step on a line or two: what to do, from what to what, what it brings.
  fileprivate func step(_ step: NextSteps.Step, _ reported: ReportedCluster) -> [Document.Span] {
    let score = reported.assessed.score
    let model = score.questionnaire
    switch step {
    case .answer(let questions):
      let purpose = score.total.value == nil ? "report.step.for-total" : "report.step.for-level"
      return [
        .strong(texts("report.step.answer", ["count": .count(questions.count)])),
        .text(": " + model.names(questions, texts) + ". " + texts(purpose)),
      ]
    case .improve(let improved, let gain):
      let question = model.questions[improved.question]
      return [
        .text(leading(question) + " – " + beginning(of: improved, question)),
        .strong(target(of: improved, question)),
        .text(". " + purpose(of: improved, gain, score)),
      ]
    case .confirm(let questions):
      var text = ": " + model.names(questions, texts) + "."
      if let next = score.next.map({ score.levels[$0].level }) {
        text += " " + texts("report.step.for-next-level", ["level": .text(self(next.title))])
      }
      return [.strong(texts("report.step.confirm")), .text(text)]
    case .advice(let recommendation):
      let towards = recommendation.towards.map { self(model.nodes[$0].title) }
      let purpose =
        towards.isEmpty
        ? "" : " " + texts("report.step.towards", ["capacities": .text(listed(towards, atMost: 3))])
      return [
        .strong(self(recommendation.title)), .text(". " + self(recommendation.say) + purpose),
      ]
    }
  }

  /// The present answer, where it may be told.
  private func beginning(of improved: ImprovedAnswer, _ question: Question) -> String {
    let answer = printed(improved.from, of: question)
    return answer == texts("report.answered-confidential")
      ? texts("report.confidential") + " → " : answer + " → "
  }

  /// `Total: +1.2. Needed for: total at least 70.`
  private func purpose(
    of improved: ImprovedAnswer, _ gain: Rational, _ score: AssessmentScore
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
    return sentences.joined(separator: " ")
  }
}
