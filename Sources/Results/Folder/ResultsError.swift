public import Diagnostics
internal import Numbers

/// What the environment refuses: files that cannot be read or written, locks, names.
///
/// What is wrong *inside* a file is never an error of this kind but a located diagnostic.
public enum ResultsError: Error, Sendable, Equatable {
  /// What a refused identifier stands for; the end of the finding's code, `results.invalid-…`.
  public enum Name: String, Sendable {
    case cluster, questionnaire, member, facilitator
  }

  /// What was tried when the system refused.
  public enum Action: String, Sendable {
    case read, list, write, flush, rename, lock
    case createFolder = "create-folder"
    case create
  }

  /// An identifier that may not be part of a path.
  case invalidName(Name, String)
  /// The file or folder is not there.
  case missing(path: String)
  /// The system refused, with its error number.
  case refused(Action, path: String, errno: Int32)
  /// The disk is full, or the quota used up; the file is as it was before.
  case diskFull(path: String)
  /// Another process writes this assessment.
  case locked(path: String, by: LockHolder)
  /// The file is not as this process left it: another one has written it in spite of the lock.
  case changed(path: String)

  /// The finding for a person; it has no place.
  public var diagnostic: Diagnostic {
    switch self {
    case .invalidName(let name, let text):
      Diagnostic(
        .init("results.invalid-\(name.rawValue)"), at: nil, ["name": .text(text)])
    case .missing(let path):
      Diagnostic(.init("results.missing"), at: nil, ["path": .text(path)])
    case .refused(let action, let path, let number):
      Diagnostic(
        .init("results.cannot-\(action.rawValue)"), at: nil,
        [
          "path": .text(path),
          "reason": SystemReason.argument(number),
        ])
    case .diskFull(let path):
      Diagnostic(.init("results.disk-full"), at: nil, ["path": .text(path)])
    case .changed(let path):
      Diagnostic(.init("results.changed"), at: nil, ["path": .text(path)])
    case .locked(let path, let holder):
      if let process = holder.process, let host = holder.host, let since = holder.since {
        Diagnostic(
          .init("results.locked-by"), at: nil,
          [
            "path": .text(path), "process": .text(process), "host": .text(host),
            "day": .text(since.day?.description ?? ""), "time": .text(since.timeOfDay),
          ])
      } else {
        Diagnostic(.init("results.locked"), at: nil, ["path": .text(path)])
      }
    }
  }
}

extension ResultsError {
  /// The finding where work goes on all the same.
  var warning: Diagnostic {
    var finding = diagnostic
    finding.severity = .warning
    return finding
  }
}
