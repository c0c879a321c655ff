import Language
import Terminal

/// The keys of commands. Terminals and laptops swallow function keys and Alt, so each command also
/// stands in the menu on Esc, and most have a second key.
enum Shortcut {
  /// The command that a key stands for on every screen; `nil` for a key that is the screen's own.
  static func command(_ key: Key) -> Command? {
    switch key {
    case .backTab, .alternate(.left): .back
    case .function(1): .help
    case .function(2), .control("g"): .sections
    case .function(3), .control("r"): .review
    case .function(4), .control("p"): .profile
    case .function(5): .same
    case .function(6), .control("o"): .comment
    case .function(7), .control("t"): .evidence
    case .function(8), .control("x"): .clear
    case .function(9): .language
    case .function(10): .quit
    case .control("n"): .noData
    case .tab, .alternate(.right): .skip
    default: nil
    }
  }

  /// How the key of a command is called where keys are listed; empty for a command without one.
  static func name(_ command: Command) -> String {
    switch command {
    case .back: "Shift+Tab"
    case .skip: "Tab"
    case .help: "F1"
    case .sections: "F2"
    case .review: "F3"
    case .profile: "F4"
    case .same: "F5"
    case .comment: "F6"
    case .evidence: "F7"
    case .clear: "F8"
    case .language: "F9"
    case .quit: "F10"
    case .noData: "Ctrl+N"
    case .notApplicable, .goTo, .submit: ""
    }
  }

  /// The second name, for keyboards without function keys.
  static func secondName(_ command: Command) -> String {
    switch command {
    case .back: "Alt+←"
    case .skip: "Alt+→"
    case .sections: "Ctrl+G"
    case .review: "Ctrl+R"
    case .profile: "Ctrl+P"
    case .comment: "Ctrl+O"
    case .evidence: "Ctrl+T"
    case .clear: "Ctrl+X"
    case .same: "="
    case .help: "?"
    default: ""
    }
  }
}
