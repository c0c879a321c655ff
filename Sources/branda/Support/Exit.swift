/// The exit codes of every command. Source: `sysexits.h`, where it has a code that fits.
enum Exit: Int32, Sendable {
  case success = 0
  /// Something was found, or something failed that has no code of its own.
  case finding = 1
  /// An assessment is not complete.
  case incomplete = 10
  case usage = 64
  case badData = 65
  case missingInput = 66
  case missingProgram = 69
  case cannotCreate = 73
  case inputOutput = 74
  /// Somebody else holds it; trying later may help.
  case locked = 75
}
