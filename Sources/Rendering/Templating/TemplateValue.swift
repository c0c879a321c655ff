import Mustache

/// What a template can name: texts, escaped for the format already, and what they make up.
///
/// A template that names a text twice escaped, or unescaped, gets the same: no template can make a
/// text act that was not meant to.
indirect enum TemplateValue: Sendable, Hashable {
  case text(String)
  case list([TemplateValue])
  case object([String: TemplateValue])
  /// Something that is so; sections about it are written once.
  case present
  /// Known here but not there. It hides what encloses it and has the same name.
  case absent

  /// A text, or nothing in its place.
  init(_ text: String?) { self = text.map(TemplateValue.text) ?? .absent }

  /// Whether something is so.
  init(_ isSo: Bool) { self = isSo ? .present : .absent }
}

/// What templates may still write. It bounds the bytes that come out and the time that takes, whatever
/// templates repeat within each other.
final class OutputBudget {
  private(set) var left: Int

  init(_ bytes: Int) { left = bytes }

  /// Whether something had to be left out.
  private(set) var isExhausted = false

  /// Takes bytes out of the budget; `false` where there were not as many, and from then on.
  func spend(_ bytes: Int) -> Bool {
    guard !isExhausted, bytes <= left else {
      isExhausted = true
      return false
    }
    left -= bytes
    return true
  }
}

extension TemplateValue {
  /// The value as the library of templates wants it.
  ///
  /// Sections carry the size of their text as a step that is called like one of the library's
  /// transforms (`t120`): so each time one is written its bytes are counted before.
  func bound(to budget: OutputBudget) -> Any {
    switch self {
    case .text(let text): BoundText(text: text, budget: budget)
    case .list(let values): BoundList(values: values, budget: budget)
    case .object(let members): BoundObject(members: members, budget: budget)
    case .present: BoundObject(members: [:], budget: budget)
    case .absent: BoundNothing()
    }
  }

  /// The bytes that a step named so stands for.
  static func cost(_ step: String) -> Int? { step.hasPrefix("t") ? Int(step.dropFirst()) : nil }
}

private struct BoundText: MustacheCustomRenderable, MustacheParent, MustacheTransformable {
  let text: String
  let budget: OutputBudget

  var isNull: Bool { false }
  var renderText: String { budget.spend(text.utf8.count) ? text : "" }
  func child(named: String) -> Any? { nil }
  func transform(_ name: String) -> Any? {
    TemplateValue.cost(name).flatMap { budget.spend($0) ? self : nil }
  }
}

private struct BoundNothing: MustacheCustomRenderable, MustacheParent, MustacheTransformable {
  var isNull: Bool { true }
  var renderText: String { "" }
  func child(named: String) -> Any? { nil }
  func transform(_ name: String) -> Any? { self }
}

private struct BoundObject: MustacheCustomRenderable, MustacheParent, MustacheTransformable {
  let members: [String: TemplateValue]
  let budget: OutputBudget

  var isNull: Bool { false }
  var renderText: String { "" }
  func child(named name: String) -> Any? {
    budget.isExhausted ? nil : members[name]?.bound(to: budget)
  }
  func transform(_ name: String) -> Any? {
    TemplateValue.cost(name).flatMap { budget.spend($0) ? self : nil }
  }
}

private struct BoundList: MustacheSequence, MustacheCustomRenderable, MustacheParent,
  MustacheTransformable
{
  let values: [TemplateValue]
  let budget: OutputBudget
  /// What writing the section once costs, known once the section is.
  var cost = 0

  var isNull: Bool { false }
  var renderText: String { "" }
  func child(named: String) -> Any? { nil }
  func transform(_ name: String) -> Any? {
    guard let cost = TemplateValue.cost(name) else { return nil }
    var list = self
    list.cost = cost
    return list
  }

  func makeIterator() -> AnyIterator<Any> {
    var rest = values.makeIterator()
    return AnyIterator {
      guard let next = rest.next(), budget.spend(cost) else { return nil }
      return next.bound(to: budget)
    }
  }
}
