/// Makes keys of the bytes that a terminal sends, however they are cut into pieces.
///
/// Understood are UTF-8, the sequences of xterm, of the VT220 family, of rxvt and of the Linux console,
/// and bracketed paste. Other sequences are swallowed whole. Bytes that are no UTF-8 become U+FFFD, as
/// everywhere in the program. The same bytes give the same keys wherever they are cut, as long as
/// `flush` is not called in between.
///
/// Sources: ECMA-48; “XTerm Control Sequences”; `console_codes(4)`; rxvt's manual.
public struct KeyDecoder: Sendable, Hashable {
  /// The longest text that a paste brings, in bytes; what follows is dropped up to the paste's end.
  public static let longestPaste = 1_048_576

  /// The longest sequence whose meaning is looked at, in bytes, and the longest message of a
  /// terminal (such as OSC) that is waited through.
  private static let longestSequence = 64
  private static let longestMessage = 4096

  private enum State: Hashable {
    case ground
    /// Behind Esc, or behind Esc Esc.
    case escape(isDoubled: Bool)
    /// In `ESC [ …`.
    case controlSequence
    /// Behind `ESC O`.
    case singleShift
    /// Behind `ESC [ [`, with which the Linux console begins F1 to F5.
    case consoleFunction
    /// Within the report of a mouse, which was never asked for.
    case mouse(left: Int)
    /// In `ESC ] …`, `ESC P …` and the like, up to BEL or `ESC \`.
    case message(introducer: UInt8, length: Int)
    case paste
  }

  private var state = State.ground
  /// Whether Esc stood before, so that the next key is one with Alt.
  private var isAlternate = false
  /// What has come of a character, a control sequence or a paste.
  private var pending: [UInt8] = []
  /// How many bytes of a paste's end have come.
  private var pasteEndLength = 0
  private var keys: [Key] = []

  /// A decoder that has seen nothing yet.
  public init() {}

  /// The keys that are complete with these bytes.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  public mutating func decode(_ bytes: some Sequence<UInt8>) -> [Key] {
    for byte in bytes { take(byte) }
    return taken()
  }

  /// Whether something has begun that the next bytes may complete.
  public var isWaiting: Bool { patience != nil }

  /// After how many milliseconds without a byte `flush` is to be called; `nil` where nothing waits.
  ///
  /// Short where a person may have pressed Esc alone, long where only a slow line explains the gap.
  public var patience: Int? {
    switch state {
    case .ground: pending.isEmpty ? nil : 1000
    case .escape, .singleShift: 30
    case .controlSequence: pending.isEmpty ? 30 : 1000
    case .message(_, let length): length == 0 ? 30 : 1000
    case .consoleFunction, .mouse, .paste: 1000
    }
  }

  /// What has begun, taken as it stands because nothing follows: Esc alone, Alt and a key, the text
  /// of a paste that was never ended.
  public mutating func flush() -> [Key] {
    let state = state
    self.state = .ground
    switch state {
    case .ground: endCharacter()
    case .escape(let isDoubled): keys += isDoubled ? [.escape, .escape] : [.escape]
    case .controlSequence where pending.isEmpty: emit(.character("["), isAlternate: true)
    case .singleShift: emit(.character("O"), isAlternate: true)
    case .message(let introducer, let length):
      if length == 0 {
        emit(.character(Character(Unicode.Scalar(introducer))), isAlternate: true)
      }
      if !pending.isEmpty { keys.append(.escape) }
    case .paste: endPaste()
    case .controlSequence, .consoleFunction, .mouse: break
    }
    forget()
    return taken()
  }

  private mutating func taken() -> [Key] {
    defer { keys = [] }
    return keys
  }

  private mutating func take(_ byte: UInt8) {
    switch state {
    case .paste: takePasted(byte)
    case .mouse(let left): state = left > 1 ? .mouse(left: left - 1) : .ground
    case .message(let introducer, let length): takeMessage(byte, introducer, length)
    case .controlSequence: takeControlSequence(byte)
    case .singleShift:
      finish(with: isPrintable(byte) ? SequenceKeys.singleShift(byte) : nil)
      if !isPrintable(byte) { take(byte) }
    case .consoleFunction:
      finish(with: (0x41...0x45).contains(byte) ? .function(Int(byte) - 0x40) : nil)
      if !isPrintable(byte) { take(byte) }
    case .escape(let isDoubled): takeEscaped(byte, isDoubled)
    case .ground: takeGround(byte)
    }
  }

  private func isPrintable(_ byte: UInt8) -> Bool { (0x20..<0x7F).contains(byte) }

  // MARK: Characters

  private mutating func takeGround(_ byte: UInt8) {
    if !pending.isEmpty {
      pending.append(byte)
      switch UTF8Beginning(pending) {
      case .whole: return endCharacter()
      case .open: return
      case .wrong:
        pending.removeLast()
        endCharacter()
      // The byte that does not fit begins something of its own.
      }
    }
    switch byte {
    case 0x1B: state = .escape(isDoubled: false)
    case 0x09: emit(.tab)
    case 0x0D: emit(.enter)
    case 0x08, 0x7F: emit(.backspace)
    case 0x01...0x1A: emit(.control(Character(Unicode.Scalar(byte + 0x60))))
    case 0x00, 0x1C...0x1F: emit(.control(Character(Unicode.Scalar(byte + 0x40))))
    case 0x20..<0x7F: emit(.character(Character(Unicode.Scalar(byte))))
    default:
      pending = [byte]
      if case .wrong = UTF8Beginning(pending) { endCharacter() }
    }
  }

  private mutating func endCharacter() {
    defer { forget() }
    if pending.isEmpty { return }
    for scalar in String(decoding: pending, as: UTF8.self).composed.unicodeScalars
    where scalar.properties.generalCategory != .control {
      emit(.character(Character(scalar)))
    }
  }

  // MARK: Sequences

  private mutating func takeEscaped(_ byte: UInt8, _ isDoubled: Bool) {
    isAlternate = isDoubled
    switch byte {
    case 0x1B:
      if isDoubled { keys.append(.escape) }
      state = .escape(isDoubled: true)
    case UInt8(ascii: "["): state = .controlSequence
    case UInt8(ascii: "O"): state = .singleShift
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"),
      UInt8(ascii: "_"):
      state = .message(introducer: byte, length: 0)
    default:
      if isDoubled { keys.append(.escape) }
      isAlternate = true
      state = .ground
      takeGround(byte)
    }
  }

  private mutating func takeControlSequence(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "[") where pending.isEmpty: state = .consoleFunction
    case UInt8(ascii: "M") where pending.isEmpty:
      forget()
      state = .mouse(left: 3)
    // rxvt ends a key with Shift by what elsewhere stands before the end.
    case UInt8(ascii: "$") where pending.allSatisfy { (0x30...0x39).contains($0) }:
      endControlSequence(byte)
    case 0x20...0x3F:
      if pending.count < Self.longestSequence { pending.append(byte) }
    case 0x40...0x7E: endControlSequence(byte)
    default:
      // Not a part of any sequence: the sequence was cut off, and the byte is a key.
      state = .ground
      forget()
      take(byte)
    }
  }

  private mutating func endControlSequence(_ final: UInt8) {
    if final == UInt8(ascii: "~"), pending == Array("200".utf8) {
      forget()
      state = .paste
      return
    }
    let isWhole = pending.count < Self.longestSequence
    finish(with: isWhole ? SequenceKeys.controlSequence(pending, final: final) : nil)
  }

  private mutating func takeMessage(_ byte: UInt8, _ introducer: UInt8, _ length: Int) {
    switch byte {
    case 0x07, 0x18, 0x1A:
      state = .ground
      forget()
    case 0x1B:
      // `ESC \` ends a message; any other key behind Esc has ended it, too, by cutting it off.
      forget()
      pending = [0x1B]
      state = .message(introducer: introducer, length: length)
    case UInt8(ascii: "\\") where !pending.isEmpty:
      state = .ground
      forget()
    default:
      if !pending.isEmpty {
        forget()
        state = .escape(isDoubled: false)
        take(byte)
      } else if length < Self.longestMessage {
        state = .message(introducer: introducer, length: length + 1)
      } else {
        state = .ground
        forget()
      }
    }
  }

  private mutating func finish(with key: Key?) {
    state = .ground
    if let key { emit(key) }
    forget()
  }

  private mutating func emit(_ key: Key, isAlternate: Bool = false) {
    keys.append(self.isAlternate || isAlternate ? .alternate(key) : key)
    self.isAlternate = false
  }

  private mutating func forget() {
    pending.removeAll(keepingCapacity: true)
    isAlternate = false
  }

  // MARK: Pastes

  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  private mutating func takePasted(_ byte: UInt8) {
    // Only the first byte of the end can begin it anew, so nothing has to be looked at twice.
    if byte == Self.pasteEnd[pasteEndLength] {
      pasteEndLength += 1
      if pasteEndLength == Self.pasteEnd.count { endPaste() }
      return
    }
    keepPasted(Self.pasteEnd[..<pasteEndLength])
    pasteEndLength = 0
    if byte == Self.pasteEnd[0] { pasteEndLength = 1 } else { keepPasted([byte]) }
  }

  private mutating func keepPasted(_ bytes: some Collection<UInt8>) {
    pending += bytes.prefix(max(0, Self.longestPaste - pending.count))
  }

  private mutating func endPaste() {
    state = .ground
    pasteEndLength = 0
    let text = String(decoding: pending, as: UTF8.self)
      .split(omittingEmptySubsequences: false) { $0 == "\r\n" || $0 == "\r" }
      .joined(separator: "\n")
    forget()
    keys.append(.paste(text))
  }
}

/// How far the first bytes of a character in UTF-8 have come.
private enum UTF8Beginning {
  case whole
  case open
  case wrong

  /// Source: The Unicode Standard, table 3-7, well-formed UTF-8 byte sequences.
  init(_ bytes: [UInt8]) {
    guard let first = bytes.first else {
      self = .open
      return
    }
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0x00...0x7F: length = 1
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if first == 0xE0 { second = 0xA0...0xBF }
      if first == 0xED { second = 0x80...0x9F }
    case 0xF0...0xF4:
      length = 4
      if first == 0xF0 { second = 0x90...0xBF }
      if first == 0xF4 { second = 0x80...0x8F }
    default:
      self = .wrong
      return
    }
    let fits =
      bytes.dropFirst().prefix(1).allSatisfy(second.contains)
      && bytes.dropFirst(2).allSatisfy { (0x80...0xBF).contains($0) }
    self = !fits ? .wrong : bytes.count < length ? .open : .whole
  }
}
