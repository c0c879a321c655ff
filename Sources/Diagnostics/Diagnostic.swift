/// One finding: what is wrong, where, how bad, with the values its sentence needs.
///
/// A diagnostic carries no prose. Its `code` names the sentence and the way out in the program's
/// catalogue of texts (`CODE` and `CODE.help`), so the same finding reads in every language and
/// the rooms that raise findings know no language at all.
public struct Diagnostic: Sendable, Equatable {
  /// The stable name of a kind of finding, such as `yaml.duplicate-key`.
  public struct Code: RawRepresentable, Sendable, Hashable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ rawValue: String) { self.rawValue = rawValue }
  }

  /// How bad a finding is, from the mildest on; only an error makes the thing unusable.
  public enum Severity: String, Sendable, Comparable, CaseIterable {
    case note, warning, error

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
    public var code: Code
    public var arguments: [String: Argument]
    public var place: Place?

    public init(_ code: Code, at place: Place?, _ arguments: [String: Argument] = [:]) {
      self.code = code
      self.place = place
      self.arguments = arguments
    }
  }

  public var code: Code
  public var severity: Severity
  /// `nil` where the finding belongs to no place in a file.
  public var place: Place?
  public var arguments: [String: Argument]
  /// The name of the way out in the catalogue; `nil` where there is none to give.
  public var help: String?
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
  public var value: Value
  public var diagnostics: [Diagnostic]

  public init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }

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
