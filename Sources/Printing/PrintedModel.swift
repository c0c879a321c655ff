public import Documents
public import Language
import Numbers
public import Questionnaire
import Wording

extension Document {
  /// The whole model for reading: every question with its answers and what they are worth, all
  /// conditions in words, levels, rules and advice.
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
        Definition(texts("print.period"), texts("print.period.\(model.periodUnit.rawValue)")),
      ] + (model.origin.map { [Definition(texts("print.origin"), words($0))] } ?? []))
    let places = DecimalPlaces(model.questions, texts)
    document.addAbout(model, places, words)
    if !model.profile.isEmpty {
      document.add(heading: texts("plain.profile"), anchor: "profile")
      for question in model.questions[model.profile] {
        document.addQuestion(question, of: model, depth: 2, places, words)
      }
    }
    for node in model.nodes { document.addNode(node, of: model, places, words) }
    document.addLevels(model, words)
    document.addChecks(model, words)
    document.addMethod(model, words, anchor: "scoring")
    document.addPracticeRule(model, words)
    document.addMembers(model, words)
    document.addPeers(model, words)
    document.addRecommendations(model, words)
    return document
  }

  private mutating func addAbout(
    _ model: Questionnaire, _ places: DecimalPlaces, _ words: Words
  ) {
    let texts = words.texts
    add(heading: texts("print.about"), anchor: "about")
    if let about = model.about { add(paragraph: words(about)) }
    let general = [texts("print.how-to-read")] + places.said
    add(paragraph: general.joined(separator: " "))
    let areNumbered = model.questions.allSatisfy { $0.code != nil }
    add(paragraph: texts("print.how-to-read." + (areNumbered ? "numbered" : "quoted")))
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

  /// A capacity or part: what it weighs, what keeps its score down, its questions.
  private mutating func addNode(
    _ node: ScoreNode, of model: Questionnaire, _ places: DecimalPlaces, _ words: Words
  ) {
    addHeading(of: node, words)
    if node.weight == 0 {
      add(paragraph: words.texts("print.weight-of-part.none"))
    } else if let weight = words.weight(of: node, in: model) {
      add(paragraph: words.texts("print.weight-of-part", ["weight": .text(weight)]))
    }
    let conditions = ConditionWording(model, words)
    add(
      list: node.rule.caps.map { cap in
        let scale = node.rule.scale
        let limit = (try? scale.shown(cap.highest)) ?? cap.highest
        return [
          .text(
            words.texts(
              words.words("print.cap", on: scale),
              [
                "limit": .text(words.exact(limit)),
                "condition": .text(conditions.worded(cap.condition).run),
                "reason": .text(words(cap.say)),
              ]))
        ]
      })
    for question in model.questions[node.ownQuestions] {
      addQuestion(question, of: model, depth: 2 + min(node.depth, 3), places, words)
    }
  }

  /// What a capacity or part is called and about.
  mutating func addHeading(of node: ScoreNode, _ words: Words) {
    add(
      heading: words(node.title), depth: 1 + min(node.depth, 3),
      anchor: node.depth == 0 ? "capacity-" + node.id : nil)
    if let about = node.about { add(paragraph: words(about)) }
  }
}

extension Words {
  /// What a capacity or part weighs in the whole above it; `nil` where that cannot be told.
  fileprivate func weight(of node: ScoreNode, in model: Questionnaire) -> String? {
    // In a sum the weight has the length of the scale in it.
    let above = node.parent.map { model.nodes[$0].rule } ?? model.scoring.total
    let length =
      above.rollUp == .sum
      ? try? node.rule.scale.highest.subtracting(node.rule.scale.lowest) : 1
    guard let length, let stated = try? node.weight.divided(by: length) else { return nil }
    return weight(stated, under: node.parent, in: model)
  }
}
