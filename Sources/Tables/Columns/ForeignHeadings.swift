import Questionnaire

/// Understands headings as other programs write them.
///
/// The ways, in this order; the first that leads anywhere decides, and where it leads to several
/// questions, the heading means none:
/// 1. the question's text in any language, also with a choice behind it in brackets or after `/`;
/// 2. the question's code (`PRO-04`);
/// 3. an identifier or code before a full stop or colon, with the text behind it;
/// 4. groups before the identifier: `group/services`, `group/services/training`;
/// 5. a choice after a full stop, a slash or an underscore: `services.training`.
struct ForeignHeadings {
  private let names: ColumnNames
  private var byText: [String: Set<Int>] = [:]
  private var byCode: [String: Set<Int>] = [:]
  /// `services_training`, which may be another question's identifier as well.
  private var joined: [String: Set<ColumnTarget>] = [:]

  init(_ names: ColumnNames) {
    self.names = names
    for question in names.model.questions {
      for version in question.ask.versions {
        byText[version.text.folded, default: []].insert(question.index)
      }
      if let code = question.code { byCode[code.folded, default: []].insert(question.index) }
      guard case .multiple(let choices, _) = question.kind else { continue }
      for place in choices.indices {
        joined[question.id + "_" + choices[place].id, default: []]
          .insert(.choice(question.index, choice: place))
      }
    }
  }

  /// What a heading means.
  enum Reading: Equatable {
    case target(ColumnTarget)
    case ambiguous([String])
    case unknown
  }

  func read(_ heading: String) -> Reading {
    for way in [text, code, numbered, grouped, divided] {
      let found = way(heading)
      if found != .unknown { return found }
    }
    return .unknown
  }

  private func text(_ heading: String) -> Reading {
    let whole = reading(byText[heading.folded])
    if whole != .unknown { return whole }
    for (opening, closing) in [("[", "]"), ("(", ")"), ("/", "")] {
      guard closing.isEmpty || heading.trimmed.hasSuffix(closing),
        let place = heading.lastIndex(of: Character(opening)),
        case .target(.value(let question)) = reading(byText[heading[..<place].folded])
      else { continue }
      let rest = heading.trimmed[heading.index(after: place)...].dropLast(closing.count)
      if let choice = choice(String(rest), of: question) { return .target(choice) }
    }
    return .unknown
  }

  private func code(_ heading: String) -> Reading { reading(byCode[heading.folded]) }

  private func numbered(_ heading: String) -> Reading {
    for mark in [". ", ": ", " - ", " – "] {
      guard let range = heading.firstRange(of: mark) else { continue }
      let name = String(heading[..<range.lowerBound].trimmed)
      if let target = names.target(name) { return .target(target) }
      let code = code(name)
      if code != .unknown { return code }
      // A number of the form's own before the question's text.
      guard name.utf8.count <= 8 else { continue }
      let text = text(String(heading[range.upperBound...]))
      if text != .unknown { return text }
    }
    return .unknown
  }

  private func grouped(_ heading: String) -> Reading {
    let parts = heading.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return .unknown }
    if parts.count > 1, case .value(let question)? = names.target(parts[parts.count - 2]),
      let choice = names.choice(parts[parts.count - 1], of: question)
    {
      return .target(choice)
    }
    if case .value(let question)? = names.target(parts[parts.count - 1]) {
      return .target(.value(question))
    }
    return .unknown
  }

  private func divided(_ heading: String) -> Reading {
    if let dot = heading.lastIndex(of: "."),
      case .value(let question)? = names.target(heading[..<dot]),
      let choice = names.choice(heading[heading.index(after: dot)...], of: question)
    {
      return .target(choice)
    }
    guard let targets = joined[heading] else { return .unknown }
    if targets.count == 1, let only = targets.first { return .target(only) }
    return .ambiguous(targets.map(names.name).sorted())
  }

  private func reading(_ questions: Set<Int>?) -> Reading {
    guard let questions, let first = questions.first else { return .unknown }
    if questions.count == 1 { return .target(.value(first)) }
    return .ambiguous(questions.sorted().map { names.model.questions[$0].id })
  }

  /// A choice by its identifier or its text.
  private func choice(_ text: String, of question: Int) -> ColumnTarget? {
    if let choice = names.choice(text, of: question) { return choice }
    let kind = names.model.questions[question].kind
    guard case .multiple(let choices, _) = kind else { return nil }
    let wanted = text.folded
    let found = choices.indices.filter { place in
      choices[place].text.versions.contains { $0.text.folded == wanted }
    }
    return found.count == 1 ? .choice(question, choice: found[0]) : nil
  }
}
