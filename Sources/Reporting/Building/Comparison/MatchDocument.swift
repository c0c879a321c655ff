public import Comparison
public import Documents
public import Language
import Numbers
import Questionnaire
import Scoring
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
    if findings.pairs.isEmpty, findings.isOfPairs {
      add(paragraph: texts(findings.cluster == nil ? "match.none" : "match.none-of"))
    }
    if !findings.pairs.isEmpty || !findings.groups.isEmpty {
      add(paragraph: texts("match.method"))
    }
    if !findings.groups.isEmpty { add(paragraph: texts("match.greedy")) }
    if !findings.left.isEmpty {
      add(
        paragraph: texts("match.left", ["clusters": .list(findings.left.map(\.name))]))
    }
    if findings.groups.contains(where: { !$0.isMutual }) { add(paragraph: texts("match.one-way")) }
    add(words.pairTable(findings.pairs, model))
    add(words.groupTable(findings.groups, model))
    if findings.cluster != nil, findings.isOfPairs { addMentors(findings.mentors, words, model) }
  }

  /// Who could teach most, what, and to how many others the same is said.
  private mutating func addMentors(
    _ mentors: [Mentor], _ words: Words, _ model: Questionnaire
  ) {
    let texts = words.texts
    add(heading: texts("match.mentors"))
    guard !mentors.isEmpty else { return add(paragraph: texts("match.mentors.none")) }
    add(
      Table(
        columns: [
          .init("#", .number), .init(texts("match.mentor")), .init(texts("match.topics")),
          .init(texts("match.teaches"), .number), .init(texts("match.mentor-gains"), .number),
          .init(texts("match.load"), .number),
        ],
        rows: mentors.enumerated().map { place, mentor in
          [
            words.cell(place + 1), .text(mentor.cluster.name),
            .text(words.capacities(mentor.teaches.capacities, model)),
            words.cell(share: mentor.teaches.share), words.cell(share: mentor.learns?.share),
            words.cell(mentor.load),
          ]
        }))
    add(
      paragraph: texts("match.mentors.method", ["number": .text(String(Mentor.namedToEach))]))
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
    let areAllMutual = groups.allSatisfy(\.isMutual)
    return Document.Table(
      columns: [
        .init(texts("match.group"), .number), .init(texts("table.cluster")),
        .init(texts("match.leads")), .init(texts("match.learns")),
        .init(texts("match.share"), .number), .init(texts("match.mutual"), .number),
      ] + (areAllMutual ? [] : [.init(texts("match.one-way-for"))]),
      rows: groups.enumerated().flatMap { place, group in
        group.members.enumerated().map { row, member in
          [
            cell(place + 1), .text(member.cluster.name),
            .text(capacities(member.leads, model)), learns(member.gains, model),
            cell(share: member.gains?.share), row == 0 ? cell(share: group.mutual) : "",
          ] + (areAllMutual ? [] : [.text(oneWay(member).map { texts($0) } ?? "")])
        }
      }, keyColumns: 2)
  }

  private func learns(_ gains: Complementarity?, _ model: Questionnaire) -> Document.Cell {
    .text(capacities(gains?.capacities ?? [], model))
  }

  /// A share of 0…1 in per cent.
  fileprivate func cell(share value: Rational?) -> Document.Cell {
    guard let value else { return .missing("–") }
    let shown =
      (try? value.multiplied(by: 100)).map { share($0, minimumPlaces: 1) } ?? value.description
    return .number(shown, value: value.doubleValue)
  }

  /// A reason, not a list.
  fileprivate func capacities(_ places: [Int], _ model: Questionnaire) -> String {
    places.prefix(Complementarity.mostNamed).map { self(model.capacities[$0].title) }
      .joined(separator: ", ")
  }

  /// What keeps a member from giving and learning, by the name of the text.
  private func oneWay(_ member: PartnerGroup.Member) -> String? {
    switch (member.gives, member.learns) {
    case (true, true): nil
    case (true, false): "match.only-teaches"
    case (false, true): "match.only-learns"
    case (false, false):
      member.cluster.score.capacities.allSatisfy { $0.value == nil }
        ? "match.no-scores" : "match.nothing-new"
    }
  }
}

extension Complementarity {
  /// How many capacities are named as the reason.
  static let mostNamed = 3
}
