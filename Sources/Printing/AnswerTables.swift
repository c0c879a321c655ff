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
      add(words.bandTable(bands, of: question, measure))
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

  private func pointsCell(_ points: Rational?) -> Document.Cell {
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

  // MARK: Bands

  fileprivate func bandTable(
    _ bands: [PointsRule.Band], of question: Question, _ measure: PointsRule.Measure
  ) -> Document.Table {
    let heading =
      switch measure {
      case .answer: "table.answer"
      case .ticked: "print.ticked"
      case .value: "print.measure"
      }
    return Document.Table(
      columns: [.init(texts(heading)), .init(texts("table.points"), .number)],
      rows: bands.indices.map { place in
        [
          .text(
            band(
              from: place > 0 ? bands[place - 1].below : nil, below: bands[place].below,
              of: question, measure)),
          pointsCell(question.counted(bands[place].points)),
        ]
      })
  }

  /// `3–5` where only whole numbers can be, else `from 3 to less than 6`.
  private func band(
    from low: Rational?, below high: Rational?, of question: Question,
    _ measure: PointsRule.Measure
  ) -> String {
    guard let limits = question.wholeLimits(measure) else {
      switch (low, high) {
      case (let low?, let high?):
        return texts(
          "peers.band.between",
          [
            "low": .text(amount(low, of: question, measure)),
            "high": .text(amount(high, of: question, measure)),
          ])
      case (nil, let high?):
        return texts("peers.band.below", ["high": .text(amount(high, of: question, measure))])
      case (let low?, nil):
        return texts("peers.band.from", ["low": .text(amount(low, of: question, measure))])
      case (nil, nil): return texts("print.band.any")
      }
    }
    let least = low.flatMap { $0.roundedUp(places: 0) } ?? limits.minimum
    let greatest = high.flatMap { try? $0.roundedUp(places: 0)?.subtracting(1) } ?? limits.maximum
    switch (least, greatest) {
    case (let least?, let greatest?) where least == greatest: return exact(least)
    case (let least?, let greatest?):
      return texts(
        "common.from-to", ["low": .text(exact(least)), "high": .text(exact(greatest))])
    case (let least?, nil): return texts("peers.band.from", ["low": .text(exact(least))])
    case (nil, let greatest?):
      return texts("print.band.up-to", ["high": .text(exact(greatest))])
    case (nil, nil): return texts("print.band.any")
    }
  }

  /// A number as answers to the question are written.
  func amount(
    _ value: Rational, of question: Question, _ measure: PointsRule.Measure = .answer
  ) -> String {
    guard case .answer = measure, let number = DecimalNumber(exactly: value) else {
      return exact(value)
    }
    switch question.kind {
    case .percent, .money, .year: return answers.number(number, of: question.kind)
    default: return exact(value)
    }
  }
}

extension Question {
  /// Points as they count: mirrored on their scale where the question is reversed.
  fileprivate func counted(_ points: Rational) -> Rational? {
    isReversed ? try? scale.mirrored(points) : points
  }

  /// The ends of what can be measured where that is a whole number; `nil` where it may be another.
  fileprivate func wholeLimits(
    _ measure: PointsRule.Measure
  ) -> (minimum: Rational?, maximum: Rational?)? {
    switch (measure, kind) {
    case (.ticked, _): (0, nil)
    case (.answer, .integer(let limits)): (limits.minimum?.rational, nil)
    default: nil
    }
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
