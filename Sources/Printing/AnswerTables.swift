import CEL
import Documents
import Language
import Numbers
import Questionnaire
import Wording

extension Document {
  /// What can be answered, the worst first, and what each answer is worth or where it leads.
  mutating func addAnswers(_ question: Question, of model: Questionnaire, _ words: Words) {
    let texts = words.texts
    let offered = words.offered(question)
    if question.showsPoints(in: model) {
      add(words.answerTable(of: question, offered, in: model))
    } else if !offered.isEmpty, question.kind.name != "yes_no" {
      let isSeveral = question.kind.name == "multiple"
      add(paragraph: texts(isSeveral ? "print.several-of-these" : "print.one-of-these"))
      if case .ladder = question.kind {
        blocks.append(.numbered(offered.map { [.text($0)] }))
      } else {
        add(list: offered.map { [.text($0)] })
      }
    }
    if case .bands(let bands, let measure) = question.points {
      add(BandTable(bands, of: question, measure, in: model, words).table)
    }
  }
}

extension Question {
  /// Whether each answer is worth something of its own, or leads somewhere.
  func showsPoints(in model: Questionnaire) -> Bool {
    points.ofAnswers != nil || node.flatMap { model.nodes[$0].path } != nil
  }
}

extension Words {
  fileprivate func offered(_ question: Question) -> [String] {
    switch question.kind {
    case .ladder(let steps): steps.map { self($0) }
    case .yesNo: [texts("common.no"), texts("common.yes")]
    case .single(let choices): choices.map(offered)
    case .multiple(let choices, _):
      choices.map { choice in
        choice.isAlone
          ? texts("print.alone", ["choice": .text(offered(choice))]) : offered(choice)
      }
    default: []
    }
  }

  private func offered(_ choice: Choice) -> String {
    self(choice.text) + (choice.isRetired ? " (" + texts("diff.retired") + ")" : "")
  }

  fileprivate func answerTable(
    of question: Question, _ offered: [String], in model: Questionnaire
  ) -> Document.Table {
    let targets = question.node.flatMap { model.nodes[$0].path }?.targets(of: question.index)
    var isLadder = false
    if case .ladder = question.kind { isLadder = true }
    let points = question.points.ofAnswers?.map { $0.flatMap(question.counted) }
    var columns: [Document.Table.Column] = [.init(texts("table.answer"))]
    // Conditions speak of steps by their numbers.
    if isLadder { columns.insert(.init("#", .number), at: 0) }
    columns.append(
      targets == nil ? .init(texts("table.points"), .number) : .init(texts("print.leads-to")))
    return Document.Table(
      columns: columns,
      rows: offered.enumerated().map { place, answer in
        var cells: [Document.Cell] =
          isLadder ? [.number(String(place + 1), value: Double(place + 1))] : []
        cells.append(.text(answer))
        if let targets {
          cells.append(.text(target(targets[place], in: model)))
        } else {
          cells.append(pointsCell(points.flatMap { $0.indices.contains(place) ? $0[place] : nil }))
        }
        return cells
      }, keyColumns: isLadder ? 2 : 1)
  }

  func pointsCell(_ points: Rational?) -> Document.Cell {
    points.map { points in
      // Thirds of a ladder cannot be written out.
      let isExact = DecimalNumber(exactly: points) != nil
      return .number((isExact ? "" : "≈ ") + exact(points), value: points.doubleValue)
    } ?? .missing("–")
  }

  private func target(_ target: DecisionPath.Target, in model: Questionnaire) -> String {
    switch target {
    case .question(let place): short(model.questions[place])
    case .end(let points): texts("print.path-end", ["points": .text(exact(points))])
    }
  }
}

extension Question {
  /// Points as they count: mirrored on their scale where the question is reversed.
  func counted(_ points: Rational) -> Rational? {
    isReversed ? try? scale.mirrored(points) : points
  }
}

extension PointsRule {
  /// Of each answer that is offered; `nil` where points come about otherwise.
  fileprivate var ofAnswers: [Rational?]? {
    switch self {
    case .steps(let points): points
    case .choices(let points): points
    case .unscored, .bands, .linear, .expression, .met: nil
    }
  }
}
