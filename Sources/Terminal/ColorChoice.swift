/// Whether output is coloured, as the user asks for it (`--color`).
public enum ColorChoice: String, Sendable, Hashable, CaseIterable {
  case auto, always, never

  /// Whether to colour what goes to one output.
  ///
  /// `always` and `never` decide; with `auto` the environment does: `NO_COLOR` turns colour off,
  /// else `CLICOLOR_FORCE` or `FORCE_COLOR` turns it on, else it is on for a terminal whose `TERM`
  /// is not `dumb`. A variable that is empty counts as not set, and so does a `…FORCE…` that is `0`.
  ///
  /// - Parameter isTerminal: Whether the output is a terminal.
  public func isColored(environment: [String: String], isTerminal: Bool) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    func isSet(_ name: String) -> Bool { !(environment[name] ?? "").isEmpty }
    if isSet("NO_COLOR") { return false }
    for name in ["CLICOLOR_FORCE", "FORCE_COLOR"] where isSet(name) && environment[name] != "0" {
      return true
    }
    return isTerminal && environment["TERM"] != "dumb"
  }
}
