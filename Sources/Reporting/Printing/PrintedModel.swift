public import Documents
public import Language
import Numbers
public import Questionnaire
import Scoring

extension Document {
  /// The whole model for reading: every question with its answers and what they are worth, all
  /// conditions in words and as expressions, levels, rules and advice.
  public static func printed(_ model: Questionnaire, in language: LanguageTag) -> Document {
    let words = Words(language)
    let texts = words.texts
    var document = Document(
      title: words(model.title), language: texts.language,
      facts: [
        Definition(texts("print.id"), model.id), Definition(texts("print.version"), model.version),
        Definition(texts("print.digest"), model.digest),
        Definition(texts("print.languages"), model.languages.joined(separator: ", ")),
        Definition(texts("print.questions"), String(model.questions.count)),
      ])
    document.addAbout(model, words)
    document.addSections(model, words) { document, question, depth in
      document.addQuestion(question, of: model, depth: depth, words)
    }
    document.addLevels(model, words)
    document.addChecks(model, words)
    document.addMethod(model, words, anchor: "scoring")
    document.addGroups(model, words)
    document.addRecommendations(model, words)
    return document
  }

  private mutating func addAbout(_ model: Questionnaire, _ words: Words) {
    let texts = words.texts
    add(heading: texts("print.about"), anchor: "about")
    if let about = model.about { add(paragraph: words(about)) }
    add(paragraph: texts("print.how-to-read"))
    guard !model.forms.isEmpty else { return }
    add(paragraph: texts("print.forms"))
    add(
      list: model.forms.indices.map { place in
        let count = model.questions.count {
          $0.forms.contains(place) || model.profile.contains($0.index)
        }
        return [
          .text(
            words(model.forms[place].title) + " – " + texts("print.count", ["count": .count(count)])
          )
        ]
      })
  }

  /// The profile, then every capacity on a page of its own, its parts below it.
  mutating func addSections(
    _ model: Questionnaire, _ words: Words, isForm: Bool = false,
    _ addQuestion: (inout Document, Question, Int) -> Void
  ) {
    if !model.profile.isEmpty {
      add(heading: words.texts("plain.profile"), anchor: "profile", startsPage: !isForm)
      for question in model.questions[model.profile] { addQuestion(&self, question, 2) }
    }
    for node in model.nodes {
      let isCapacity = node.depth == 0
      add(
        heading: words(node.title), depth: 1 + min(node.depth, 3),
        anchor: isCapacity ? "capacity-" + node.id : nil, startsPage: isCapacity && !isForm)
      if let about = node.about { add(paragraph: words(about)) }
      if !isForm { addRule(of: node, in: model, words) }
      for question in model.questions[node.ownQuestions] {
        addQuestion(&self, question, 2 + min(node.depth, 3))
      }
    }
  }

  /// What a node weighs; its other rules stand in the section on scoring.
  private mutating func addRule(of node: ScoreNode, in model: Questionnaire, _ words: Words) {
    // In a sum the weight has the length of the scale in it.
    let above = node.parent.map { model.nodes[$0].rule } ?? model.scoring.total
    let length =
      above.rollUp == .sum
      ? try? node.rule.scale.highest.subtracting(node.rule.scale.lowest) : 1
    guard let length, let weight = try? node.weight.divided(by: length) else { return }
    add(paragraph: words.texts("print.weight-of-part", ["weight": .text(words.exact(weight))]))
  }
}
