public import Documents
public import Language
public import Questionnaire
import Wording

extension Document {
  /// A form to fill in by hand: every question with boxes or lines, without points.
  public static func blankForm(_ model: Questionnaire, in language: LanguageTag) -> Document {
    let words = Words(language)
    let texts = words.texts
    var document = Document(
      title: words(model.title), language: texts.language,
      facts: [Definition(texts("table.questionnaire"), words.model(model))])
    document.add(heading: texts("print.form"), anchor: "form")
    if let about = model.about { document.add(paragraph: words(about)) }
    document.add(paragraph: texts("print.form.how"))
    for field in ["table.cluster", "table.period", "print.filled-by", "print.day"] {
      document.blocks.append(.blank(Blank(texts(field))))
    }
    var number = 0
    document.addSections(model, words, isForm: true) { document, question, depth in
      number += 1
      document.addField(question, number, of: model, depth: depth, words)
    }
    return document
  }

  private mutating func addField(
    _ question: Question, _ number: Int, of model: Questionnaire, depth: Int, _ words: Words
  ) {
    let texts = words.texts
    add(heading: "\(number). " + words.question(question), depth: depth)
    if let condition = question.showIf {
      blocks.append(
        .paragraph([
          .strong(
            texts(
              "print.only-if", ["condition": .text(words.condition(condition, in: model))]))
        ]))
    }
    if let help = question.help { add(paragraph: words(help)) }
    let wording = QuestionWording(question, of: model, texts)
    switch question.kind {
    case .ladder, .single:
      add(paragraph: texts("print.tick-one"))
      blocks.append(.choices(words.offered(question.kind)))
    case .multiple:
      add(
        paragraph: [texts("print.tick-all"), wording.count].compactMap(\.self).joined(
          separator: " "))
      blocks.append(.choices(words.offered(question.kind)))
    case .yesNo: blocks.append(.choices([texts("common.yes"), texts("common.no")]))
    case .text(let lines, _):
      blocks.append(.blank(Blank(texts("table.answer"), lines: max(1, min(lines, 8)))))
    case .integer, .number, .percent, .money, .year, .date:
      if let limits = wording.limits { add(paragraph: limits) }
      blocks.append(.blank(Blank(texts("table.answer"), unit: words.unit(question.kind))))
    }
    var others: [String] = []
    if question.allowsNoData { others.append(texts("screen.outcome.no-data")) }
    switch question.notApplicable {
    case .refused: break
    case .allowed: others.append(texts("screen.outcome.not-applicable"))
    case .withReason: others.append(texts("print.form.not-applicable"))
    }
    if !others.isEmpty { blocks.append(.choices(others)) }
    if let evidence = question.evidence {
      let hint = evidence.hint.map { " (" + words($0) + ")" } ?? ""
      blocks.append(.blank(Blank(texts("table.evidence") + hint, lines: 2)))
    }
    blocks.append(.blank(Blank(texts("print.form.comment"))))
  }
}

extension Words {
  /// What can be chosen now.
  fileprivate func offered(_ kind: AnswerKind) -> [String] {
    if case .ladder(let steps) = kind {
      return steps.enumerated().map { "\($0 + 1). " + self($1) }
    }
    return kind.choices.filter { !$0.isRetired }.map { self($0.text) }
  }

  /// What stands behind a number: per cent, a currency, what is counted.
  fileprivate func unit(_ kind: AnswerKind) -> String? {
    switch kind {
    case .percent: "%"
    case .money(_, let currency): currency
    default: kind.numberLimits?.unit.map { self($0) }
    }
  }
}
