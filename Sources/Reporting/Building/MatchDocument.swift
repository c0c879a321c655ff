public import Comparison
public import Documents
public import Language
import Numbers
import Questionnaire
import Wording

extension Document {
  /// Pairs and groups with the reasons. It names capacities and no scores.
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

  /// Pairs and groups: in what each could learn, and how much of what it lacks.
  mutating func addPartners(_ findings: PartnerFindings, _ words: Words) {
    let texts = words.texts
    let model = findings.matching.questionnaire
    if findings.pairs.isEmpty, findings.groups.isEmpty { add(paragraph: texts("match.none")) }
    if !findings.pairs.isEmpty || !findings.groups.isEmpty {
      add(paragraph: texts("match.method"))
    }
    if !findings.groups.isEmpty { add(paragraph: texts("match.greedy")) }
    if !findings.left.isEmpty {
      add(
        paragraph: texts("match.left", ["clusters": .list(findings.left.map(\.name))]))
    }
    add(words.pairTable(findings.pairs, model))
    add(words.groupTable(findings.groups, model))
  }
}

extension Words {
  /// Two rows for each pair: what one could learn is what the other shows.
  fileprivate func pairTable(_ pairs: [PartnerPair], _ model: Questionnaire) -> Document.Table {
    Document.Table(
      columns: [
        .init(texts("match.pair"), .number), .init(texts("table.cluster")),
        .init(texts("match.learns")), .init(texts("match.share"), .number),
        .init(texts("match.mutual"), .number),
      ],
      rows: pairs.enumerated().flatMap { place, pair in
        [(pair.first, pair.firstGains), (pair.second, pair.secondGains)].enumerated()
          .map { row, learner in
            [
              cell(place + 1), .text(learner.0.name), learns(learner.1, model),
              cell(share: learner.1?.share), row == 0 ? cell(share: pair.mutual) : "",
            ]
          }
      }, keyColumns: 2)
  }

  /// A row for each member.
  fileprivate func groupTable(
    _ groups: [PartnerGroup], _ model: Questionnaire
  ) -> Document.Table {
    Document.Table(
      columns: [
        .init(texts("match.group"), .number), .init(texts("table.cluster")),
        .init(texts("match.leads")), .init(texts("match.learns")),
        .init(texts("match.share"), .number), .init(texts("match.mutual"), .number),
      ],
      rows: groups.enumerated().flatMap { place, group in
        group.members.enumerated().map { row, member in
          [
            cell(place + 1), .text(member.cluster.name),
            .text(capacities(member.leads, model)), learns(member.gains, model),
            cell(share: member.gains?.share), row == 0 ? cell(share: group.mutual) : "",
          ]
        }
      }, keyColumns: 2)
  }

  private func learns(_ gains: Complementarity?, _ model: Questionnaire) -> Document.Cell {
    .text(capacities(gains?.capacities ?? [], model))
  }

  /// A share of 0…1 in per cent.
  private func cell(share value: Rational?) -> Document.Cell {
    guard let value else { return .missing("–") }
    let shown =
      (try? value.multiplied(by: 100)).map { share($0, minimumPlaces: 1) } ?? value.description
    return .number(shown, value: value.doubleValue)
  }

  /// A reason, not a list.
  private func capacities(_ places: [Int], _ model: Questionnaire) -> String {
    places.prefix(Complementarity.mostNamed).map { self(model.capacities[$0].title) }
      .joined(separator: ", ")
  }
}

extension Complementarity {
  /// How many capacities are named as the reason.
  static let mostNamed = 3
}
