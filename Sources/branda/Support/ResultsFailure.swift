import Diagnostics
import Language
import Results

extension Failure {
  /// What the results folder could not do.
  init(_ error: ResultsError) {
    let exit: Exit =
      switch error {
      case .invalidName: .usage
      case .missing: .missingInput
      case .locked: .locked
      case .refused(.createFolder, _, _), .refused(.create, _, _), .refused(.lock, _, _):
        .cannotCreate
      case .refused, .diskFull: .inputOutput
      }
    let finding = error.diagnostic
    self.init(
      finding.code.rawValue, finding.arguments.mapValues { TextArgument($0) }, exit: exit)
  }
}
