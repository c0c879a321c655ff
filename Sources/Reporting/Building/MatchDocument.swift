public import Comparison
public import Documents
public import Language
import Numbers
import Questionnaire
import Wording

extension Document {
  /// Pairs and groups with the reasons in words. It names capacities and no scores.
  public static func partners(
    _ findings: PartnerFindings, _ scope: ComparisonScope, in language: LanguageTag
  ) -> Document {
    let words = Words(language)
    let texts = words.texts
    let model = findings.matching.questionnaire
    let title =
      findings.cluster.map { texts("match.title-of", ["cluster": .text($0.name)]) }
      ?? texts("match.title")
    var document = Document(
      title: title, language: texts.language,
      facts: [Definition(texts("table.questionnaire"), words.model(model))])
    document.add(scope, words, model)
    document.addPartners(findings, words)
    return document
  }

  /// Pairs, why they are pairs, and groups.
  mutating func addPartners(_ findings: PartnerFindings, _ words: Words, depth: Int = 1) {
    let texts = words.texts
    let model = findings.matching.questionnaire
    if findings.pairs.isEmpty { add(paragraph: texts("match.none")) }
    if !findings.pairs.isEmpty {
      add(
        Table(
          columns: [
            .init("#", .number), .init(texts("match.first")), .init(texts("match.second")),
            .init(texts("match.first-gains"), .number),
            .init(texts("match.second-gains"), .number), .init(texts("match.mutual"), .number),
          ],
          rows: findings.pairs.enumerated().map { place, pair in
            [
              words.cell(place + 1), .text(pair.first.name), .text(pair.second.name),
              words.cell(share: pair.firstGains?.share),
              words.cell(share: pair.secondGains?.share), words.cell(share: pair.mutual),
            ]
          }))
      add(heading: texts("match.reasons"), depth: depth)
      blocks.append(.numbered(findings.pairs.map { words.reason($0, model) }))
    }
    for (place, group) in findings.groups.enumerated() {
      add(
        heading: texts(
          "match.group",
          ["number": .text(String(place + 1)), "mutual": .text(words.share(of: group.mutual))]),
        depth: depth)
      add(list: group.members.map { words.part($0, model) })
    }
    if !findings.left.isEmpty {
      add(
        paragraph: texts("match.left", ["clusters": .list(findings.left.map(\.name))]))
    }
    add(paragraph: texts("match.method"))
    if !findings.groups.isEmpty { add(paragraph: texts("match.greedy")) }
  }
}

extension Words {
  /// A share of 0…1 in per cent.
  fileprivate func share(of value: Rational) -> String {
    (try? value.multiplied(by: 100)).map { share($0, minimumPlaces: 1) } ?? value.description
  }

  fileprivate func cell(share value: Rational?) -> Document.Cell {
    value.map { .number(share(of: $0), value: $0.doubleValue) } ?? .missing("–")
  }

  /// At most three capacities: a reason, not a list.
  private func capacities(_ places: [Int], _ model: Questionnaire) -> TextArgument {
    .list(places.prefix(3).map { self(model.capacities[$0].title) })
  }

  fileprivate func reason(_ pair: PartnerPair, _ model: Questionnaire) -> [Document.Span] {
    func sentence(_ learner: ComparedCluster, _ gains: Complementarity?) -> String {
      texts(
        "match.learns",
        [
          "cluster": .text(learner.name), "capacities": capacities(gains?.capacities ?? [], model),
        ])
    }
    return [
      .text(sentence(pair.first, pair.firstGains) + " " + sentence(pair.second, pair.secondGains))
    ]
  }

  fileprivate func part(
    _ member: PartnerGroup.Member, _ model: Questionnaire
  ) -> [Document.Span] {
    var sentences: [String] = []
    if !member.leads.isEmpty {
      sentences.append(texts("match.gives", ["capacities": capacities(member.leads, model)]))
    }
    if let gains = member.gains, !gains.capacities.isEmpty {
      sentences.append(
        texts(
          "match.takes",
          [
            "capacities": capacities(gains.capacities, model),
            "share": .text(share(of: gains.share)),
          ]))
    }
    return [.strong(member.cluster.name), .text(": " + sentences.joined(separator: "; ") + ".")]
  }
}
