import Diagnostics
import Questionnaire

/// Goes through two outlines and notes what differs.
struct OutlineComparison {
  private let old: [ModelOutline.Entry]
  private let new: [ModelOutline.Entry]
  private let renaming: Renaming
  private(set) var changes: [ModelChange] = []
  private(set) var texts: [ModelChange] = []
  /// What changed at what others inherit from.
  private var inherited: [Subject: Set<Change>] = [:]

  private struct Change: Hashable {
    let property: Property
    let old: Value?
    let new: Value?
  }

  init(_ old: ModelOutline, _ new: ModelOutline, _ renaming: Renaming) {
    self.old = old.entries
    self.new = new.entries
    self.renaming = renaming
  }

  mutating func run() {
    let placeOfOld = Dictionary(
      old.enumerated().map { ($0.element.subject, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    var matched: Set<Int> = []
    for entry in new {
      let subject = entry.subject
      let owner = subject.owner.map { subject.kind == .choice ? renaming.former($0) : $0 }
      let names = [subject.id] + entry.formerNames
      let place = names.lazy.compactMap { placeOfOld[Subject(subject.kind, $0, of: owner)] }.first
      if let place, matched.insert(place).inserted {
        compare(old[place], entry)
      } else {
        add(.added, subject, nil, nil, nil, entry.place)
      }
    }
    for (place, entry) in old.enumerated() where !matched.contains(place) {
      add(.removed, entry.subject, nil, nil, entry.place, nil)
    }
    changes = tidied(changes)
    texts = tidied(texts)
  }

  /// By kind of subject; a choice that came or went with its question is no news of its own.
  private func tidied(_ changes: [ModelChange]) -> [ModelChange] {
    let whole = Set(
      changes.filter { $0.kind == .added || $0.kind == .removed }.map(\.subject))
    return Subject.Kind.allCases.flatMap { kind in
      changes.filter { change in
        guard change.subject.kind == kind else { return false }
        guard let owner = change.subject.owner, change.kind == .added || change.kind == .removed
        else { return true }
        return !whole.contains(Subject(kind == .choice ? .question : .check, owner))
      }
    }
  }

  private mutating func compare(_ before: ModelOutline.Entry, _ after: ModelOutline.Entry) {
    let subject = after.subject
    if before.subject.id != subject.id {
      add(
        .renamed, subject, .word(before.subject.id), .word(subject.id), before.place, after.place)
    }
    let olds = Dictionary(
      before.properties.map { ($0.property, $0.value) }, uniquingKeysWith: { first, _ in first })
    let news = Dictionary(
      after.properties.map { ($0.property, $0.value) }, uniquingKeysWith: { first, _ in first })
    let gone = before.properties.map(\.property).filter { news[$0] == nil }
    for property in after.properties.map(\.property) + gone {
      let (old, new) = (olds[property], news[property])
      guard !renaming.areSame(old, new) else { continue }
      let change = Change(property: property, old: old, new: new)
      inherited[subject, default: []].insert(change)
      if let heir = after.heir, inherited[heir]?.contains(change) ?? false { continue }
      add(.changed(property), subject, old, new, before.place, after.place)
    }
    compareTexts(before, after)
  }

  private mutating func compareTexts(_ before: ModelOutline.Entry, _ after: ModelOutline.Entry) {
    let olds = Dictionary(
      before.texts.map { ($0.property, $0.text) }, uniquingKeysWith: { first, _ in first })
    let news = Dictionary(
      after.texts.map { ($0.property, $0.text) }, uniquingKeysWith: { first, _ in first })
    let gone = before.texts.map(\.property).filter { news[$0] == nil }
    for property in after.texts.map(\.property) + gone where olds[property] != news[property] {
      texts.append(
        ModelChange(
          subject: after.subject, kind: .text(property), old: olds[property].map(Value.text),
          new: news[property].map(Value.text), oldPlace: before.place, newPlace: after.place))
    }
  }

  private mutating func add(
    _ kind: ModelChange.Kind, _ subject: Subject, _ old: Value?, _ new: Value?,
    _ oldPlace: Place?, _ newPlace: Place?
  ) {
    changes.append(
      ModelChange(
        subject: subject, kind: kind, old: old, new: new, oldPlace: oldPlace, newPlace: newPlace))
  }
}
