import Screens
import Terminal

extension Console {
  /// Prints lines of a conversation; behind a prompt the cursor waits.
  func print(_ lines: [Line]) throws(Failure) {
    var text = ""
    for line in lines {
      text += painter.paint(line.text, line.role.style)
      if line.role != .prompt { text += "\n" }
    }
    try print(text)
  }
}

extension Line.Role {
  fileprivate var style: Style {
    switch self {
    case .heading: Style(.cyan, isBold: true)
    case .question: .bold
    case .problem: Style(.yellow, isBold: true)
    case .notice: Style(.green)
    case .text, .choice, .hint, .prompt: .plain
    }
  }
}
