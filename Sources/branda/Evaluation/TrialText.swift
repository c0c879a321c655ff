import CEL
import DisplayWidth
import Language
import Questionnaire
import Scoring
import Terminal

/// An expression that was tried out, as lines for a terminal.
struct TrialText {
  let trial: Trial
  /// The one whose names the expression knows, if any.
  let model: Questionnaire?
  let texts: Texts
  let width: Int
  let painter: Painter

  /// Type, value, what it waits for, and the parts that decided it, each indented below the one it
  /// decided.
  var lines: [String] {
    let facts = [
      (texts("eval.type"), trial.program.type.description),
      (texts("eval.value"), word(trial.value)),
    ]
    let column = facts.map(\.0.displayWidth).max() ?? 0
    var lines = facts.flatMap { name, text in
      let gap = String(repeating: " ", count: column - name.displayWidth + 2)
      return text.wrapped(width: width, first: name + gap)
    }
    lines += awaited
    guard !trial.explanation.children.isEmpty else { return lines }
    return lines + section(texts("eval.because")) + because
  }

  private func word(_ value: Value) -> String {
    switch value {
    case .unknown: texts("eval.unknown")
    case .error: texts("eval.error")
    default: value.description
    }
  }

  private func section(_ heading: String) -> [String] { ["", painter.paint(heading, .bold)] }

  private var awaited: [String] {
    let awaited = trial.waitingFor
    let kinds: [(heading: String, questions: [Int])] = [
      (texts("eval.waiting.answers"), awaited.answers),
      (texts("eval.waiting.confirmations"), awaited.confirmations),
      (texts("eval.waiting.members"), awaited.membersAnswers),
      (texts("eval.waiting.not-asked"), awaited.notAsked + awaited.outsideForm),
      (texts("eval.waiting.not-applicable"), awaited.notApplicable),
      (texts("eval.waiting.without-points"), awaited.withoutPoints),
    ]
    var lines: [String] = []
    for kind in kinds where !kind.questions.isEmpty {
      lines += section(kind.heading)
      let questions = kind.questions.sorted().compactMap { model?.questions[$0] }
      let column = questions.map(\.id.displayWidth).max() ?? 0
      for question in questions {
        let gap = String(repeating: " ", count: column - question.id.displayWidth + 2)
        lines += question.ask(texts.language.rawValue)
          .wrapped(width: width, first: "  " + question.id + gap, hanging: "    ")
      }
    }
    if awaited.earlierRounds { lines += section(texts("eval.waiting.earlier")) }
    return lines
  }

  /// Walks without recursion: how deep an explanation is, its author decides.
  private var because: [String] {
    var lines: [String] = []
    var open = [(part: trial.explanation, depth: 1)]
    while let (part, depth) = open.popLast() {
      // In very narrow or very deep places the text matters more than the indentation.
      let indentation = String(repeating: "  ", count: min(depth, width / 4))
      let source = part.source.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      lines += "\(source) → \(word(part.value))"
        .wrapped(width: width, first: indentation, hanging: indentation + "    ")
      open += part.children.reversed().map { ($0, depth + 1) }
    }
    return lines
  }
}
