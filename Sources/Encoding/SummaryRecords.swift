public import Comparison
public import Documents
import Numbers
import Questionnaire
import Scoring

extension Records {
  /// One row for each number: of what, of which group, which round.
  public static func summary(_ summary: PortfolioSummary) -> Records {
    let model = summary.questionnaire
    var rows: [[Field]] = []
    func add(_ table: String, _ row: String?, _ period: String?, _ figure: String, _ value: Field) {
      rows.append([.text(table), .text(row), .text(period), .text(figure), value])
    }
    func add(_ table: String, _ row: String?, _ measure: Measure, _ total: PublishedDistribution) {
      func number(_ share: Rational?) -> Field {
        .number(measure.shown(share, in: model))
      }
      add(table, row, nil, "n", .number(total.count))
      for (name, bounds) in [
        ("q1", total.spread?.firstQuartile), ("median", total.median),
        ("q3", total.spread?.thirdQuartile),
      ] {
        add(table, row, nil, name + "_low", number(bounds?.low))
        add(table, row, nil, name + "_high", number(bounds?.high))
      }
    }
    add("clusters", nil, nil, "clusters", .number(summary.clusters))
    add("distribution", "total", .total, summary.total)
    for (capacity, distribution) in zip(model.capacities, summary.capacities) {
      add("distribution", capacity.id, .node(capacity.node), distribution)
    }
    for (grouping, groups) in summary.groups {
      let words = grouping.words(in: model)
      for group in groups {
        let name = group.key.map { words.indices.contains($0) ? words[$0] : nil } ?? "rest"
        let table = "by_" + grouping.word(in: model)
        add(table, name, nil, "clusters", .number(group.clusters))
        if let total = group.total { add(table, name, .total, total) }
      }
    }
    for gate in summary.counts?.allGates ?? [] {
      let level = model.levels[gate.level]
      let name = level.id + " " + level.gates[gate.gate].id
      add("gates", name, nil, "unmet", .number(gate.unmet))
      add("gates", name, nil, "unknown", .number(gate.unknown))
    }
    for advice in summary.counts?.advice ?? [] {
      add("recommendations", advice.recommendation.id, nil, "clusters", .number(advice.count))
    }
    for round in summary.levels {
      for (level, reached) in zip(model.levels, round.reached ?? []) {
        add("levels", level.id, round.period, "clusters", .number(reached))
      }
    }
    let fields = PeerGrouping.field.words(in: model)
    for sizes in summary.sizes {
      for (key, sum) in sizes.fields.sorted(by: { $0.key < $1.key }) {
        let name = fields.indices.contains(key) ? fields[key] : nil
        add("members", name, sizes.period, "members", .number(sum.doubleValue))
      }
      if let rest = sizes.rest {
        add("members", "rest", sizes.period, "members", .number(rest.doubleValue))
      }
      add("members", "total", sizes.period, "members", .number(sizes.all?.doubleValue))
    }
    return Records(heads: ["table", "row", "period", "figure", "value"], rows: rows)
  }
}
