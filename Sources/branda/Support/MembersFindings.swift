import Diagnostics
import Results

extension [Diagnostic] {
  /// These findings, as they may be told of a file; of a member's only how many there are, because
  /// findings quote the file, and nobody is shown what a single member answered.
  ///
  /// - Parameter member: Whose file it is; `nil` for a cluster's own.
  func told(of member: String?, in path: String) -> [Diagnostic] {
    guard let member else { return self }
    let count = self.count { $0.severity > .note }
    guard count > 0 else { return [] }
    let isWrong = contains { $0.severity == .error }
    return [
      Diagnostic(
        .init("verify.member-file"), isWrong ? .error : .warning, at: nil,
        ["path": .text(path), "count": .count(count), "member": .text(member)])
    ]
  }
}
