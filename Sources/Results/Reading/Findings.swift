package import Diagnostics

/// The findings of one file, gathered on the way through it.
package final class Findings {
  package private(set) var list: [Diagnostic] = []
  private var unknownNames = UnknownNames()

  package init() {}

  package var hasErrors: Bool { list.contains { $0.severity == .error } }

  package func add(_ findings: [Diagnostic]) { list += findings }

  package func report(
    _ code: String, _ severity: Diagnostic.Severity = .error, at place: Place?,
    _ arguments: [String: Diagnostic.Argument] = [:], help: String? = nil,
    notes: [Diagnostic.Note] = []
  ) {
    list.append(Diagnostic(.init(code), severity, at: place, arguments, help: help, notes: notes))
  }

  /// Reports a name that means nothing, with the nearest known one where there is one.
  package func reportUnknown(
    _ code: String, _ name: String, at place: Place, among known: some Collection<String>,
    _ arguments: [String: Diagnostic.Argument] = [:]
  ) {
    list.append(unknownNames.finding(.init(code), name, at: place, among: known, arguments))
  }
}
