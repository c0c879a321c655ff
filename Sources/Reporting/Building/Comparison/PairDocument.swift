public import Comparison
public import Documents
public import Language
import Numbers
import Questionnaire
import Wording

extension Document {
  /// What `branda compare A B` shows: two clusters side by side, capacity by capacity and question by
  /// question.
  public static func pair(
    _ pair: PairDifference, _ scope: ComparisonScope, in language: LanguageTag
  ) -> Document {
    let words = Words(language)
    let texts = words.texts
    func name(_ cluster: ComparedCluster) -> String {
      scope.period == nil
        ? texts("pair.name", ["cluster": .text(cluster.name), "period": .text(cluster.period)])
        : cluster.name
    }
    let names = ["first": TextArgument.text(name(pair.first)), "second": .text(name(pair.second))]
    var document = Document(
      title: texts("pair.title", names), language: texts.language,
      facts: [Definition(texts("table.questionnaire"), words.model(pair.questionnaire))])
    document.add(scope, words, pair.questionnaire)
    let heads: [Table.Column] = [
      .init("A", .number), .init("B", .number), .init(texts("table.difference"), .number),
    ]
    document.blocks.append(
      .definitions([Definition("A", name(pair.first)), Definition("B", name(pair.second))]))
    document.add(
      Table(
        columns: [.init(texts("table.capacity"))] + heads,
        rows: pair.capacities.map { words.pairRow($0, pair.questionnaire) },
        footer: [words.pairRow(pair.total, pair.questionnaire)]))
    document.add(heading: texts("pair.questions"))
    document.add(
      Table(
        columns: [.init(texts("table.question"))] + heads,
        rows: pair.questions.map { words.pairRow($0, pair.questionnaire) }))
    document.add(paragraph: texts("pair.same", ["count": .count(pair.same)]))
    if pair.incomparable > 0 {
      document.add(
        paragraph: texts("pair.incomparable", ["count": .count(pair.incomparable)]))
    }
    document.add(paragraph: texts("compare.question-scores"))
    let hidden = pair.questionnaire.questions.count { $0.isScored && $0.isConfidential }
    if hidden > 0 {
      document.add(paragraph: texts("compare.confidential", ["count": .count(hidden)]))
    }
    return document
  }
}

extension Words {
  fileprivate func pairRow(
    _ line: PairDifference.Line, _ model: Questionnaire
  ) -> [Document.Cell] {
    let scale = line.measure.scale(in: model)
    let change = line.difference.flatMap { difference in
      try? scale.shown(difference).subtracting(scale.from)
    }
    return [
      .text(name(of: line.measure, in: model)), cell(line.first, on: line.measure, model),
      cell(line.second, on: line.measure, model), cell(change: change),
    ]
  }
}
