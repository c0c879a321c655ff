import Interview
import Language
import Numbers
import Questionnaire
import Terminal

/// What a person is entering for a question: a line marked, lines ticked, or a text written.
struct AnswerEntry: Sendable, Hashable {
  enum Form: Sendable, Hashable {
    case one(ChoiceList)
    case several(ChoiceList)
    case text(TextField)
  }

  var form: Form
  /// What the entry began with: the answer that stands.
  private let beginning: Form
  /// The choices on the lines of the list, by place in the question's own.
  let places: [Int]

  /// An entry that begins with what stands.
  init(_ question: Question, _ response: Response?, _ texts: Texts) {
    let choices = QuestionCard.choices(of: question.kind, texts)
    places = choices.map { $0.number - 1 }
    let items = choices.map { ChoiceList.Item($0.text) }
    var value: AnswerValue?
    if case .value(let given) = response?.answer { value = given }
    let standing = value.map(Self.places) ?? []
    let ticks = Set(standing.compactMap(places.firstIndex))
    switch question.kind {
    case .ladder, .single, .yesNo:
      // Nobody is to answer with the first line only because the marker happens to stand there.
      form = .one(ChoiceList(items, ticks: ticks, startsMarked: !ticks.isEmpty))
    case .multiple: form = .several(ChoiceList(items, kind: .several, ticks: ticks))
    case .integer, .number, .percent, .money, .year, .date:
      form = .text(TextField(Self.written(value, for: question, texts), limit: 100))
    case .text(let lines, let maximum):
      form = .text(
        TextField(
          Self.written(value, for: question, texts), hasLines: lines > 1,
          limit: max(maximum, 1) * 2))
    }
    beginning = form
  }

  /// The choices that a value names, from 0.
  private static func places(of value: AnswerValue) -> [Int] {
    switch value {
    case .step(let step): [step - 1]
    case .choice(let place): [place]
    case .choices(let places): places
    case .yesNo(let isYes): [isYes ? 0 : 1]
    case .number, .day, .text: []
    }
  }

  /// The answer that stands as one would type it, without its unit.
  private static func written(
    _ value: AnswerValue?, for question: Question, _ texts: Texts
  ) -> String {
    switch value {
    case .number(let number):
      NumberStyle.of(language: texts.language.rawValue).format(number, grouping: false)
    case .day(let day): day.description
    case .text(let text): text
    case nil, .step, .choice, .choices, .yesNo: ""
    }
  }

  /// Whether anything else is entered than what stands.
  var isChanged: Bool {
    switch (form, beginning) {
    case (.one(let now), .one(let before)): now.marker != nil && now.marker != before.marker
    case (.several(let now), .several(let before)): now.ticks != before.ticks
    case (.text(let now), .text(let before)): now.text != before.text
    default: true
    }
  }

  /// Whether nothing is entered.
  var isEmpty: Bool {
    switch form {
    case .one(let list): list.marker == nil
    case .several(let list): list.ticks.isEmpty
    case .text(let field): field.text.allSatisfy(\.isWhitespace)
    }
  }

  /// The same entry with its lines in another language.
  func inLanguage(_ texts: Texts, of question: Question, _ response: Response?) -> AnswerEntry {
    var entry = AnswerEntry(question, response, texts)
    switch (form, entry.form) {
    case (.one(let old), .one(var new)):
      if let marker = old.marker { new.moveMarker(to: marker) }
      entry.form = .one(new)
    case (.several(let old), .several(var new)):
      if let marker = old.marker { new.moveMarker(to: marker) }
      new.ticks = old.ticks
      entry.form = .several(new)
    case (.text, _) where isChanged: entry.form = form
    default: break
    }
    return entry
  }
}
