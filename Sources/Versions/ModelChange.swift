public import Diagnostics
public import Numbers
public import Questionnaire

/// One difference between two versions of a model, in terms of what it means and not of how the
/// file is written.
public struct ModelChange: Sendable, Hashable {
  /// What became of the subject.
  public enum Kind: Sendable, Hashable {
    case added
    case removed
    /// It has another identifier and is the same by `renamed_from`.
    case renamed
    /// One of its properties is another.
    case changed(Property)
    /// One of its texts is another.
    case text(Property)
  }

  /// What is different, by its present identifier; by its former one where it is no more.
  public let subject: Subject
  /// What became of it.
  public let kind: Kind
  /// What the property was; the former identifier of what is renamed. `nil` for nothing.
  public let old: Value?
  /// What the property is; the present identifier of what is renamed. `nil` for nothing.
  public let new: Value?
  /// Where the subject stands in the old file; `nil` where it does not.
  public let oldPlace: Place?
  /// Where it stands in the new file; `nil` where it does not.
  public let newPlace: Place?
}

/// A thing in a model that has a name and properties.
public struct Subject: Sendable, Hashable {
  /// What kind of thing; the cases stand in the order in which differences are listed.
  public enum Kind: String, Sendable, CaseIterable {
    case questionnaire, scoring, form, aspect, question, choice, node, cap
    case capabilityLevel = "capability_level"
    case level, gate
    case levelCap = "level_cap"
    case check, condition, recommendation
  }

  /// What kind of thing it is.
  public let kind: Kind
  /// Its identifier; empty for the questionnaire and its scoring, of which there is one.
  public let id: String
  /// The question of a choice, the check of a condition; `nil` for everything else.
  public let owner: String?

  init(_ kind: Kind, _ id: String = "", of owner: String? = nil) {
    self.kind = kind
    self.id = id
    self.owner = owner
  }
}

/// A property of a subject, by the key of the model file.
public struct Property: Sendable, Hashable {
  /// The key, such as `minimum_coverage`.
  public let key: String
  /// Which of several, by identifier, such as the capacity of a threshold; else `nil`.
  public let detail: String?

  init(_ key: String, _ detail: String? = nil) {
    self.key = key
    self.detail = detail
  }
}

/// What a property is.
public enum Value: Sendable, Hashable {
  case number(Rational)
  /// A word, an identifier or a list as the model file writes it.
  case word(String)
  /// The text of an expression.
  case expression(String)
  case text(LocalizedText)
}
