public import Language
public import Questionnaire
public import Scoring

/// Why there is no score, as a part of a sentence.
public struct ScoreAbsenceWording: Sendable {
  private let texts: Texts
  private let questionnaire: Questionnaire

  /// In the language of the texts, by the names in the questionnaire.
  public init(_ texts: Texts, _ questionnaire: Questionnaire) {
    self.texts = texts
    self.questionnaire = questionnaire
  }

  /// - Parameter absence: `nil` counts as too few answers.
  public func callAsFunction(_ absence: ScoreAbsence?) -> String {
    switch absence {
    case .nothingAsked: texts("absence.nothing-asked")
    case .nothingApplies: texts("absence.nothing-applies")
    case .tooFewAnswers, nil: texts("absence.too-few-answers")
    case .withoutAnswers(let questions):
      texts("absence.without-answers", ["questions": .text(questionnaire.names(questions, texts))])
    case .withoutNodes(let nodes) where nodes.count > 3:
      texts("absence.without-many-capacities", ["count": .count(nodes.count)])
    case .withoutNodes(let nodes):
      texts(
        "absence.without-capacities",
        ["capacities": .list(nodes.map { questionnaire.nodes[$0].title(language) })])
    case .failure: texts("absence.failure")
    }
  }

  private var language: String { texts.language.rawValue }
}

extension Questionnaire {
  /// A list of questions by their numbers, or by their texts where they have none; of many only the
  /// first, and how many more there are.
  public func names(_ indices: [Int], _ texts: Texts) -> String {
    let shown = indices.count > 6 ? Array(indices.prefix(5)) : indices
    let names = allNames(shown, texts)
    guard shown.count < indices.count else { return names }
    return names + " " + texts("common.more", ["count": .count(indices.count - shown.count)])
  }

  /// The same of all of them.
  public func allNames(_ indices: [Int], _ texts: Texts) -> String {
    indices.map { questions[$0].name(texts) }.joined(separator: ", ")
  }
}

extension Question {
  /// The number people know it by; of one without a number its text in quotation marks, so that its own
  /// marks do not end the sentence around it.
  public func name(_ texts: Texts) -> String {
    if let code { return code }
    return texts("common.quoted", ["text": .text(ask(texts.language.rawValue).withoutFullStop)])
  }
}

extension String {
  /// For texts that stand inside a sentence.
  public var withoutFullStop: String {
    hasSuffix(".") && !hasSuffix("..") ? String(dropLast()) : self
  }
}
