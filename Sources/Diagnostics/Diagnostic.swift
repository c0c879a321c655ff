/// One finding: what is wrong, where, how bad, with the values its sentence needs.
///
/// A diagnostic carries no prose. Its `code` names the sentence and the way out in the program's
/// catalogue of texts (`CODE` and `CODE.help`), so the same finding reads in every language and
/// the rooms that raise findings know no language at all.
public struct Diagnostic: Sendable, Equatable {
  /// The stable name of a kind of finding, such as `yaml.duplicate-key`.
  public struct Code: RawRepresentable, Sendable, Hashable {
    /// The name of the sentence in the catalogue of texts.
    public let rawValue: String
    /// A code by its name, which is not looked up.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The same, without the label.
    public init(_ rawValue: String) { self.rawValue = rawValue }
  }

  /// How bad a finding is, from the mildest on; only an error makes the thing unusable.
  public enum Severity: String, Sendable, Comparable, CaseIterable {
    case note, warning, error

    /// From the mildest on: note, warning, error.
    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// A value that a sentence names.
  public enum Argument: Sendable, Hashable {
    /// Text from a file or a person, shown as it is (control characters made visible).
    case text(String)
    /// A count, which also chooses the plural form.
    case count(Int)
    /// Alternatives or members, joined as the language joins them.
    case list([String])
    /// A text of the catalogue, by its name: words that themselves need translation.
    case phrase(String)
  }

  /// A second place that belongs to the finding ("the first one is here").
  public struct Note: Sendable, Equatable {
    /// The name of the note's sentence in the catalogue of texts.
    public var code: Code
    /// What fills the places of the note's sentence, by the name between the braces.
    public var arguments: [String: Argument]
    /// `nil` where the note belongs to no place in a file.
    public var place: Place?

    /// A note whose sentence is the code's.
    public init(_ code: Code, at place: Place?, _ arguments: [String: Argument] = [:]) {
      self.code = code
      self.place = place
      self.arguments = arguments
    }
  }

  /// The kind of finding, which names its sentence in the catalogue of texts.
  public var code: Code
  /// How bad the finding is here: one code may be an error in one case and a warning in another.
  public var severity: Severity
  /// `nil` where the finding belongs to no place in a file.
  public var place: Place?
  /// What fills the places of sentence and help, by the name between the braces.
  public var arguments: [String: Argument]
  /// The name of the way out in the catalogue; `nil` where there is none to give.
  public var help: String?
  /// Further places that explain the finding, in the order in which they are shown.
  public var notes: [Note]

  /// - Parameters:
  ///   - help: The catalogue name of the way out; by default `CODE.help`.
  public init(
    _ code: Code, _ severity: Severity = .error, at place: Place?,
    _ arguments: [String: Argument] = [:], help: String? = nil, notes: [Note] = []
  ) {
    self.code = code
    self.severity = severity
    self.place = place
    self.arguments = arguments
    self.help = help ?? code.rawValue + ".help"
    self.notes = notes
  }
}

/// A value together with everything found on the way to it.
///
/// Stages of reading never throw at the author: they return what they have and all findings.
public struct Checked<Value> {
  /// What could be made of the input; where there are errors, it may be partial.
  public var value: Value
  /// Everything found on the way, in the order of finding; empty where all is well.
  public var diagnostics: [Diagnostic]

  /// A value and what was found on the way to it.
  public init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }

  /// Whether a finding is bad enough to make the value unusable.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

extension Checked: Sendable where Value: Sendable {}

extension [Diagnostic] {
  /// The findings by file, place and severity, without repetitions.
  public var sorted: [Diagnostic] {
    var seen: [Diagnostic] = []
    for diagnostic in enumerated().sorted(by: Self.precedes).map(\.element)
    where seen.last != diagnostic {
      seen.append(diagnostic)
    }
    return seen
  }

  private static func precedes(
    _ a: (offset: Int, element: Diagnostic), _ b: (offset: Int, element: Diagnostic)
  ) -> Bool {
    let (x, y) = (a.element, b.element)
    let nameX = x.place?.file.name ?? ""
    let nameY = y.place?.file.name ?? ""
    if nameX != nameY { return nameX < nameY }
    let startX = x.place?.range.lowerBound ?? -1
    let startY = y.place?.range.lowerBound ?? -1
    if startX != startY { return startX < startY }
    if x.severity != y.severity { return x.severity > y.severity }
    if x.code != y.code { return x.code.rawValue < y.code.rawValue }
    return a.offset < b.offset
  }
}
