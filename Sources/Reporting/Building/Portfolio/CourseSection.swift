import Comparison
import Documents
import Language
import Numbers
import Questionnaire
import Wording

extension Document {
  /// How medians have moved over three rounds or more; nothing where too few clusters have so many.
  mutating func addCourse(_ portfolio: Portfolio, _ words: Words) {
    guard let course = portfolio.course else { return }
    let texts = words.texts
    let model = portfolio.questionnaire
    let rows =
      zip(model.capacities, course.capacities).map { (Measure.node($0.node), $1) }
      + [(Measure.total, course.total)]
    add(heading: texts("portfolio.course"), depth: 2)
    add(
      paragraph: texts(
        "portfolio.course.who",
        [
          "clusters": .text(texts("common.clusters", ["count": .count(course.clusters.count)])),
          "rounds": .list(course.periods),
        ]))
    if !course.leftOut.isEmpty {
      add(
        paragraph: texts(
          "portfolio.course.left-out",
          ["clusters": .text(words.names(of: course.leftOut.map(\.name), most: 5))]))
    }
    add(words.medians(rows, course.periods, model))
    add(words.middleHalves(rows, course.periods, model))
  }
}

extension Words {
  fileprivate typealias CourseRow = (measure: Measure, course: CommonCourse.Course)

  /// A small picture for each score: the median as a line within the middle half.
  fileprivate func medians(
    _ rows: [CourseRow], _ periods: [String], _ model: Questionnaire
  ) -> Document.Figure {
    let axis = ScoreAxis(of: rows.map { $0.measure.scale(in: model) })
    let panels = rows.map { measure, course in
      let scale = measure.scale(in: model)
      return Document.LineCharts.Panel(
        name(of: measure, in: model),
        values: course.distributions.map { axis.reading($0.median, on: scale, self) },
        band: course.distributions.map { spread in
          let ends = [spread.firstQuartile, spread.thirdQuartile].compactMap(axis.value)
          return ends.count < 2 ? nil : min(ends[0], ends[1])...max(ends[0], ends[1])
        }, isEmphasised: measure == .total)
    }
    return Document.Figure(
      title: texts("portfolio.course.medians"),
      description: texts("portfolio.course.described", ["count": .count(periods.count)]),
      chart: .lines(
        Document.LineCharts(
          axis: axis.axis(self), dates: periods, panels: panels, absent: "–")),
      table: table(rows, periods, model) { spread, measure in
        self.cell(spread.median, on: measure, model)
      })
  }

  fileprivate func middleHalves(
    _ rows: [CourseRow], _ periods: [String], _ model: Questionnaire
  ) -> Document.Table {
    var table = table(rows, periods, model) { spread, measure in
      func shown(_ share: Rational) -> String {
        self.score((try? measure.scale(in: model).shown(share)) ?? share)
      }
      return .text(
        self.texts(
          "common.from-to",
          [
            "low": .text(shown(spread.firstQuartile)), "high": .text(shown(spread.thirdQuartile)),
          ]))
    }
    table.caption = texts("portfolio.course.middle-halves")
    return table
  }

  /// A row for each score and a column for each round; the total last, as the sum of all.
  private func table(
    _ rows: [CourseRow], _ periods: [String], _ model: Questionnaire,
    _ cell: (Distribution, Measure) -> Document.Cell
  ) -> Document.Table {
    let cells = rows.map { measure, course -> [Document.Cell] in
      let name = name(of: measure, in: model)
      let numbers = course.distributions.map { cell($0, measure) }
      return [measure == .total ? .strong(name) : .text(name), self.cell(course.count)]
        + (numbers.isEmpty ? periods.map { _ in .missing("–") } : numbers)
    }
    return Document.Table(
      columns: [.init(texts("table.capacity")), .init("n", .number)]
        + periods.map { .init($0, .number) },
      rows: Array(cells.dropLast()), footer: Array(cells.suffix(1)))
  }
}
