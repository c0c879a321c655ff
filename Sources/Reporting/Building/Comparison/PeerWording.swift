import Comparison
import Language
import Numbers
import Questionnaire
import Wording

extension Words {
  /// `by size`, `by field of activity`, `by LEG-01`.
  func grouping(_ grouping: PeerGrouping, in model: Questionnaire) -> String {
    guard case .fact(let question) = grouping else {
      return texts("peers.by.\(grouping.word(in: model))")
    }
    let definition = model.questions[question]
    return texts("peers.by.fact", ["fact": .text(definition.code ?? definition.id)])
  }

  /// `C. Manufacturing`, `10–19`, `everyone`.
  func group(_ group: PeerGroup, in model: Questionnaire) -> String {
    switch group.grouping {
    case .all: texts("peers.everyone")
    case .size: band(group.key, of: model.peers.size, in: model)
    case .age: band(group.key, of: model.peers.age, in: model)
    case .field, .region, .fact:
      self.group(by: group.grouping, key: group.key, in: model)
    }
  }

  private func group(by grouping: PeerGrouping, key: Int, in model: Questionnaire) -> String {
    let choices = grouping.question(in: model).map { model.questions[$0].kind.choices } ?? []
    return choices.indices.contains(key) ? self(choices[key].text) : String(key)
  }

  /// `under 10`, `10–19` (or `10 to under 12.5` where there are decimal places), `20 and more`.
  private func band(_ place: Int, of bands: PeerFacts.Bands?, in model: Questionnaire) -> String {
    guard let bands else { return String(place) }
    let starts = bands.starts
    func text(_ number: DecimalNumber) -> TextArgument { .text(numbers.format(number)) }
    guard place > 0, let low = starts.dropFirst(place - 1).first else {
      return texts("peers.band.below", ["high": starts.first.map(text) ?? .text("")])
    }
    guard let high = starts.dropFirst(place).first else {
      return texts("peers.band.from", ["low": text(low)])
    }
    let isWhole = model.questions[bands.question].kind.numberLimits?.places == 0
    if isWhole, low.isInteger, high.isInteger,
      let last = try? high.rational.subtracting(1), let end = DecimalNumber(exactly: last)
    {
      return end == low
        ? numbers.format(low) : texts("common.from-to", ["low": text(low), "high": text(end)])
    }
    return texts("peers.band.between", ["low": text(low), "high": text(high)])
  }

  /// The group with what it has in common and how many it has: `by size, 10–19 (6 clusters)`.
  func peers(_ group: PeerGroup, in model: Questionnaire) -> String {
    let clusters = TextArgument.text(
      texts("common.clusters", ["count": .count(group.members.count)]))
    if group.grouping == .all { return texts("peers.all-of", ["clusters": clusters]) }
    return texts(
      "peers.group",
      [
        "by": .text(grouping(group.grouping, in: model)),
        "group": .text(self.group(group, in: model)), "clusters": clusters,
      ])
  }

  /// Why narrower groups were passed over, one sentence for each.
  func fallback(
    _ standing: PeerStanding, minimum: Int, in model: Questionnaire
  ) -> [String] {
    standing.fallback.map { step in
      let by = TextArgument.text(grouping(step.grouping, in: model))
      return switch step.reason {
      case .unknown: texts("peers.unknown", ["by": by])
      case .tooSmall(let count):
        texts(
          "peers.too-small", ["by": by, "count": .count(count), "minimum": .text("\(minimum)")])
      case .withheld: texts("peers.withheld", ["by": by])
      }
    }
  }

  /// The list of activities that fields belong to: `EVRK 2`.
  func classifier(_ model: Questionnaire) -> String? {
    model.peers.classifier.map { $0.id + " " + $0.version }
  }
}
