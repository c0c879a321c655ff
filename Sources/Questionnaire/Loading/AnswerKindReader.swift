import Diagnostics
import Numbers
import YAML

extension Diagnostic.Code {
  static let tooFew = Self("questionnaire.too-few")
  static let limitsReversed = Self("questionnaire.limits-reversed")
  static let oneKind = Self("questionnaire.one-kind")
}

/// A kind of answer, and what the places of its choices are called.
struct AnswerKindDraft {
  var kind: AnswerKind
  var choices = IdentifierTable()
  /// The `points` written at each choice.
  var choicePoints: [Node?] = []
}

extension ModelReader {
  private static let kinds = [
    "ladder", "single", "multiple", "yes_no", "integer", "number", "percent", "money", "year",
    "date", "text",
  ]

  /// `answer: yes_no` or `answer: {percent: {min: 0}}`.
  func answerKind(_ node: Node) -> AnswerKindDraft? {
    if let scalar = node.scalar {
      return answerKind(named: scalar.text, at: scalar.place, options: nil)
    }
    guard node.kind == .mapping, node.entries.count == 1, let entry = node.entries.first,
      let key = entry.key.scalar
    else {
      report(.oneKind, at: node.place, ["known": .list(Self.kinds)])
      return nil
    }
    return answerKind(named: key.text, at: key.place, options: entry.value)
  }

  private func answerKind(named name: String, at place: Place, options: Node?) -> AnswerKindDraft? {
    switch name {
    case "ladder": return ladder(options, at: place)
    case "single": return choices(options, at: place) { .single($0) }
    case "multiple": return multiple(options, at: place)
    case "yes_no":
      withOptions(options) { _ in }
      return AnswerKindDraft(kind: .yesNo)
    case "integer": return AnswerKindDraft(kind: .integer(limits(options)))
    case "number": return AnswerKindDraft(kind: .number(limits(options, places: 6)))
    case "percent":
      var limits = limits(options, places: 2, unit: false)
      limits.minimum = limits.minimum ?? 0
      limits.maximum = limits.maximum ?? 100
      return AnswerKindDraft(kind: .percent(limits))
    case "money": return money(options)
    case "year":
      var limits = limits(options, unit: false)
      limits.minimum = limits.minimum ?? 1
      limits.maximum = limits.maximum ?? 9999
      return AnswerKindDraft(kind: .year(limits))
    case "date": return date(options)
    case "text":
      var (lines, maximum) = (1, 2000)
      withOptions(options) {
        lines = $0.node("lines").flatMap { count($0) } ?? lines
        maximum = $0.node("max").flatMap { count($0) } ?? maximum
      }
      return AnswerKindDraft(kind: .text(lines: lines, maximum: maximum))
    default:
      reportUnknown(.invalidOption, name, at: place, among: Self.kinds)
      return nil
    }
  }

  private func withOptions(_ options: Node?, _ read: (inout MappingReader) -> Void) {
    guard let options, options.scalar?.content != .null,
      var mapping = MappingReader(options, self)
    else { return }
    read(&mapping)
    mapping.finish()
  }

  private func ladder(_ options: Node?, at place: Place) -> AnswerKindDraft {
    let steps = (options.map { list($0) } ?? []).compactMap { localizedText($0) }
    if steps.count < 2 { report(.tooFew, at: place, ["count": .count(2)]) }
    return AnswerKindDraft(kind: .ladder(steps))
  }

  private func multiple(_ options: Node?, at place: Place) -> AnswerKindDraft {
    guard let options, options.kind == .mapping else {
      return choices(options, at: place) { .multiple($0, count: 0...$0.count) }
    }
    var draft = AnswerKindDraft(kind: .multiple([], count: 0...0))
    withOptions(options) { mapping in
      let list = mapping.required("choices")
      let minimum = mapping.integer("min") ?? 0
      let maximum = mapping.integer("max")
      draft = choices(list, at: place) { choices in
        let upper = maximum ?? choices.count
        guard minimum >= 0, minimum <= upper else {
          self.report(.limitsReversed, at: options.place)
          return .multiple(choices, count: 0...choices.count)
        }
        return .multiple(choices, count: minimum...upper)
      }
    }
    return draft
  }

  private func choices(
    _ list: Node?, at place: Place, _ kind: ([Choice]) -> AnswerKind
  ) -> AnswerKindDraft {
    var draft = AnswerKindDraft(kind: kind([]))
    var choices: [Choice] = []
    var renamings: [Scalar] = []
    for element in list.map({ self.list($0) }) ?? [] {
      guard var mapping = MappingReader(element, self) else { continue }
      let id = draft.choices.add(mapping.requiredScalar("id"), self)
      let isAlone = mapping.bool("alone") ?? false
      draft.choicePoints.append(mapping.node("points"))
      let isRetired = mapping.bool("retired") ?? false
      let renamedFrom = names(mapping.list("renamed_from"))
      renamings += renamedFrom
      let text = localizedText(
        among: element, except: ["id", "alone", "points", "retired", "renamed_from"])
      choices.append(
        Choice(
          id: id, text: text ?? LocalizedText([]), isAlone: isAlone, isRetired: isRetired,
          renamedFrom: renamedFrom.map(\.text)))
    }
    reportKept(renamings, draft.choices)
    if choices.count(where: { !$0.isRetired }) < 2 {
      report(.tooFew, at: place, ["count": .count(2)])
    }
    draft.kind = kind(choices)
    return draft
  }

  private func limits(_ options: Node?, places: Int = 0, unit: Bool = true) -> NumberLimits {
    var limits = NumberLimits(places: places)
    withOptions(options) { limits = self.limits(&$0, places: places, unit: unit) }
    return limits
  }

  private func limits(
    _ mapping: inout MappingReader, places: Int, unit: Bool
  ) -> NumberLimits {
    var limits = NumberLimits(
      minimum: mapping.number("min"), maximum: mapping.number("max"), places: places)
    if places > 0, let node = mapping.node("places") {
      let wanted = integer(node) ?? places
      limits.places = min(max(wanted, 0), 9)
      if wanted != limits.places {
        report(.invalidNumber, at: node.place, ["value": .text("\(wanted)")])
      }
    }
    if unit { limits.unit = mapping.text("unit") }
    if let minimum = limits.minimum, let maximum = limits.maximum, minimum > maximum {
      report(.limitsReversed, at: mapping.node.place)
    }
    return limits
  }

  private func money(_ options: Node?) -> AnswerKindDraft {
    var limits = NumberLimits(places: 2)
    var currency = "EUR"
    withOptions(options) {
      currency = $0.scalar("currency")?.text ?? currency
      limits = self.limits(&$0, places: 2, unit: false)
    }
    return AnswerKindDraft(kind: .money(limits, currency: currency))
  }

  private func date(_ options: Node?) -> AnswerKindDraft {
    var (earliest, latest): (Day?, Day?)
    withOptions(options) {
      earliest = day($0.scalar("min"))
      latest = day($0.scalar("max"))
    }
    if let earliest, let latest, earliest > latest, let options {
      report(.limitsReversed, at: options.place)
    }
    return AnswerKindDraft(kind: .date(earliest: earliest, latest: latest))
  }

  private func day(_ scalar: Scalar?) -> Day? {
    guard let scalar else { return nil }
    if let day = Day(text: scalar.text) { return day }
    report(.wrongShape, at: scalar.place, ["expected": .phrase("shape.date")])
    return nil
  }
}
