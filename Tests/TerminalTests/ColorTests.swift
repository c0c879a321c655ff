import Terminal
import Testing

@Suite struct ColorTests {
  @Test(
    arguments: [
      (.auto, [:], true, true), (.auto, [:], false, false), (.auto, ["TERM": "dumb"], true, false),
      (.auto, ["NO_COLOR": "1"], true, false), (.auto, ["NO_COLOR": ""], true, true),
      (.auto, ["NO_COLOR": "1", "FORCE_COLOR": "1"], true, false),
      (.auto, ["CLICOLOR_FORCE": "1"], false, true),
      (.auto, ["FORCE_COLOR": "1", "TERM": "dumb"], false, true),
      (.auto, ["CLICOLOR_FORCE": "0"], false, false), (.auto, ["FORCE_COLOR": ""], false, false),
      (.always, ["NO_COLOR": "1", "TERM": "dumb"], false, true),
      (.never, ["FORCE_COLOR": "1"], true, false),
    ] as [(ColorChoice, [String: String], Bool, Bool)])
  func isDecidedInOrder(
    choice: ColorChoice, environment: [String: String], isTerminal: Bool, expected: Bool
  ) {
    #expect(choice.isColored(environment: environment, isTerminal: isTerminal) == expected)
  }

  @Test func stylesBecomeControlSequences() {
    let painter = Painter(isOn: true)
    let painted = [
      painter.paint("a", Style(.brightRed, on: .white, isBold: true, isUnderlined: true)),
      painter.paint("a", Style(isReversed: true)), painter.paint("a", .plain),
      painter.paint("", .bold),
      Painter(isOn: false).paint("a", .bold),
    ]
    #expect(painted == ["\u{1B}[1;4;91;47ma\u{1B}[0m", "\u{1B}[7ma\u{1B}[0m", "a", "", "a"])
    #expect(Color.allCases.map(\.rawValue) == Array(30...37) + Array(90...97))
  }
}
