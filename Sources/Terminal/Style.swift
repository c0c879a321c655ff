/// The sixteen colours of a terminal, whose exact shades the user's theme decides.
public enum Color: Int, Sendable, Hashable, CaseIterable {
  case black = 30
  case red, green, yellow, blue, magenta, cyan, white
  case brightBlack = 90
  case brightRed, brightGreen, brightYellow, brightBlue, brightMagenta, brightCyan, brightWhite
}

/// How a piece of text looks. A style never carries meaning alone: a sign or a word stands beside.
public struct Style: Sendable, Hashable {
  /// The colour of the letters; `nil` leaves the terminal's own.
  public var foreground: Color?
  /// The colour behind the letters; `nil` leaves the terminal's own.
  public var background: Color?
  /// Whether the text is shown heavier, or brighter where a terminal has no heavy letters.
  public var isBold: Bool
  /// Whether a line runs under the text.
  public var isUnderlined: Bool
  /// Whether the colours of letters and ground change places.
  public var isReversed: Bool

  /// A style; plain unless told otherwise.
  public init(
    _ foreground: Color? = nil, on background: Color? = nil, isBold: Bool = false,
    isUnderlined: Bool = false, isReversed: Bool = false
  ) {
    self.foreground = foreground
    self.background = background
    self.isBold = isBold
    self.isUnderlined = isUnderlined
    self.isReversed = isReversed
  }

  /// Text as the terminal shows it anyway.
  public static let plain = Style()
  /// Text in the terminal's own colours, but heavier, for headings.
  public static let bold = Style(isBold: true)

  /// The parameters of the control sequence that turns the style on; empty for a plain style.
  /// Source: ECMA-48, SGR; the bright colours as in xterm.
  var parameters: String {
    var codes: [Int] = []
    if isBold { codes.append(1) }
    if isUnderlined { codes.append(4) }
    if isReversed { codes.append(7) }
    if let foreground { codes.append(foreground.rawValue) }
    if let background { codes.append(background.rawValue + 10) }
    return codes.map(String.init).joined(separator: ";")
  }
}

/// Puts styles on text, or leaves it as it is where colour is off.
public struct Painter: Sendable, Hashable {
  /// Whether colours are wanted; where not, text passes through unchanged.
  public var isOn: Bool

  /// A painter that colours or does not, as `ColorChoice` decides.
  public init(isOn: Bool) { self.isOn = isOn }

  /// The text in that style. It must have been made visible before, and is not changed otherwise.
  public func paint(_ text: String, _ style: Style) -> String {
    let parameters = style.parameters
    guard isOn, !parameters.isEmpty, !text.isEmpty else { return text }
    return "\u{1B}[\(parameters)m\(text)\u{1B}[0m"
  }
}
