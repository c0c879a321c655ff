import Terminal

/// How questions are put to a person.
enum Front {
  /// On the whole screen, with keys.
  case screen
  /// In lines: with screen readers, on simple terminals, through pipes.
  case lines

  /// Decides once, before anything is asked.
  ///
  /// - Parameter isPlain: What `--plain` says.
  static func chosen(isPlain: Bool, environment: [String: String]) -> Front {
    func isSet(_ name: String) -> Bool {
      !["", "0", "false", "no"].contains((environment[name] ?? "").lowercased())
    }
    let isSimple = isPlain || isSet("ACCESSIBLE") || isSet("CI") || environment["TERM"] == "dumb"
    return isSimple || !isTerminal(0) || !isTerminal(1) ? .lines : .screen
  }
}
