import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Holds a terminal and shows what happens there, for tests to end it in every way.
///
/// With Ctrl: `q` leaves, `x` exits without leaving, `p` crashes, `o` fills the stack, `s` hands the
/// terminal to a shell for a moment. The first argument, a number, makes the farewell that long.
@main struct Probe {
  private let terminal: FullScreenTerminal
  private var happened = "ready"
  private var typed = TextField(columns: 40)

  static func main() throws {
    let length = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 0
    var probe = Probe(terminal: try FullScreenTerminal(environment: [:], isColored: true))
    probe.terminal.setFarewell("farewell" + String(repeating: ".", count: max(0, length - 8)))
    try probe.run()
  }

  private init(terminal: FullScreenTerminal) { self.terminal = terminal }

  private mutating func run() throws {
    while true {
      try show()
      switch try terminal.next() {
      case .keys(let keys): for key in keys { try act(key) }
      case .resized: happened = "resized"
      case .resumed: happened = "resumed"
      case .ended: exit(5)
      case nil: happened = "nothing"
      }
    }
  }

  private func show() throws {
    let view = typed.view()
    try terminal.paint(
      Frame(
        size: terminal.size,
        lines: [
          FrameLine("\(terminal.size.columns) × \(terminal.size.rows)", .bold),
          FrameLine([Span("> "), Span(view.lines[0])]), FrameLine(happened),
        ], cursor: Frame.Position(row: 1, column: 2 + view.caret.column)))
  }

  private mutating func act(_ key: Key) throws {
    switch key {
    case .control("q"):
      terminal.leave()
      print("left")
      exit(0)
    case .control("x"): exit(3)
    case .control("p"): print([1][CommandLine.arguments.count + 5])
    case .control("o"): print(Self.fill(CommandLine.arguments.count))
    case .control("s"):
      happened = try terminal.suspend {
        let isOrdinary = shell("stty -a | grep -q ' echo '") == 0
        return shell("printf 'in the shell\\n'") == 0 && isOrdinary ? "shell" : "no shell"
      }
    default:
      _ = typed.handle(key)
      happened = "\(key)"
    }
  }

  private func shell(_ command: String) -> Int32 { system(command) }

  /// Calls itself until no stack is left.
  private static func fill(_ depth: Int) -> Int {
    depth == -1 ? 0 : fill(depth &+ 1) &+ depth % 7
  }
}
