internal import Diagnostics

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Why the system refused, for the error numbers that have words of their own in the catalogue;
/// the raw value is the words' name there.
public enum SystemReason: String, Sendable {
  case missing = "reason.missing"
  case permission = "reason.permission"
  case isFolder = "reason.is-folder"
  case noFolder = "reason.no-folder"
  case notAFile = "reason.not-a-file"
  case full = "reason.full"
  case readOnly = "reason.read-only"
  case tooLarge = "reason.too-large"
  case nameTooLong = "reason.name-too-long"
  case tooManyFiles = "reason.too-many-files"
  case inputOutput = "reason.input-output"

  /// `nil` for a number without words of its own.
  public init?(errno number: Int32) {
    switch number {
    case ENOENT: self = .missing
    case EACCES, EPERM: self = .permission
    case EISDIR: self = .isFolder
    case ENOTDIR: self = .noFolder
    case ENXIO, ENODEV: self = .notAFile
    case ENOSPC, EDQUOT: self = .full
    case EROFS: self = .readOnly
    case EFBIG: self = .tooLarge
    case ENAMETOOLONG: self = .nameTooLong
    case EMFILE, ENFILE: self = .tooManyFiles
    case EIO: self = .inputOutput
    default: return nil
    }
  }

  /// The words for a number; where there are none, what the system calls it, with the number to look
  /// it up by.
  static func argument(_ number: Int32) -> Diagnostic.Argument {
    if let reason = Self(errno: number) { return .phrase(reason.rawValue) }
    return .text(String(cString: strerror(number)) + " (\(number))")
  }
}
