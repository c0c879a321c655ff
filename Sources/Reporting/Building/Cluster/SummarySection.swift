import Clusters
import Documents
import Interview
import Language
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
    let steps = NextSteps(reported).first(3)
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

  /// A step on a line or two: what, and what for.
  fileprivate func step(_ step: NextSteps.Step, _ reported: ReportedCluster) -> [Document.Span] {
    let model = reported.assessed.score.questionnaire
    switch step {
    case .answer(let questions):
      return [
        .strong(texts("report.step.answer", ["count": .count(questions.count)])),
        .text(": " + model.names(questions, texts) + "."),
      ]
    case .improve(let improved):
      let question = model.questions[improved.question]
      let now = texts("report.step.now", ["answer": .text(short(improved.from, of: question))])
      let needs = improved.serves.map { need($0, reported.assessed.score) }
      let purpose =
        needs.isEmpty
        ? "" : "; " + texts("plan.needed-for", ["needs": .text(listed(needs, atMost: 2))])
      return [
        .text(leading(question) + " – "),
        .strong(answers.value(improved.to, of: question.kind)),
        .text(" (" + now + purpose + ")."),
      ]
    case .confirm(let questions):
      return [
        .strong(texts("report.step.confirm")), .text(": " + model.names(questions, texts) + "."),
      ]
    case .advice(let recommendation):
      return [.strong(self(recommendation.title)), .text(". " + self(recommendation.say))]
    }
  }
}
