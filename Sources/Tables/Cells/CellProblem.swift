import Diagnostics

/// Why a cell is no answer: the code of a finding and what its sentence names.
struct CellProblem: Error, Equatable {
  typealias Argument = Diagnostic.Argument

  var code: String
  var arguments: [String: Diagnostic.Argument]
  /// The name of the way out, where it is not the code's.
  var help: String?

  init(_ code: String, _ arguments: [String: Diagnostic.Argument] = [:], help: String? = nil) {
    self.code = code
    self.arguments = arguments
    self.help = help
  }
}
