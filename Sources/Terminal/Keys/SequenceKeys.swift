/// Which key a whole escape sequence stands for.
enum SequenceKeys {
  /// `ESC O final`: keys of the VT100 in application mode, its keypad, rxvt's arrows with Ctrl.
  static func singleShift(_ final: UInt8) -> Key? {
    switch Character(Unicode.Scalar(final)) {
    case "A": .up
    case "B": .down
    case "C": .right
    case "D": .left
    case "H": .home
    case "F": .end
    case "P"..."S": .function(Int(final) - 0x4F)
    case "M": .enter
    case "I": .tab
    case "X": .character("=")
    case "j"..."o", "p"..."y": .character(Character(Unicode.Scalar(final - 0x40)))
    case "a": .controlled(.up)
    case "b": .controlled(.down)
    case "c": .controlled(.right)
    case "d": .controlled(.left)
    default: nil
    }
  }

  /// `ESC [ parameters final`.
  static func controlSequence(_ bytes: [UInt8], final: UInt8) -> Key? {
    guard let parameters = parameters(bytes) else { return nil }
    let first = parameters.first ?? 0
    let modifiers = Modifiers(parameter: parameters.count > 1 ? parameters[1] : 1)
    switch Character(Unicode.Scalar(final)) {
    case "A": return modifiers.applied(to: .up)
    case "B": return modifiers.applied(to: .down)
    case "C": return modifiers.applied(to: .right)
    case "D": return modifiers.applied(to: .left)
    case "H": return modifiers.applied(to: .home)
    case "F": return modifiers.applied(to: .end)
    case "Z": return .backTab
    // With rxvt these are arrows with Shift.
    case "a": return .up
    case "b": return .down
    case "c": return .right
    case "d": return .left
    case "P"..."S": return first <= 1 ? modifiers.applied(to: .function(Int(final) - 0x4F)) : nil
    case "~" where first == 27 && parameters.count == 3:
      return typed(parameters[2], modifiers)
    case "~": return numbered(first).map(modifiers.applied(to:))
    case "$": return numbered(first)
    case "^", "@": return numbered(first).map(Modifiers(hasControl: true).applied(to:))
    case "u": return typed(first, modifiers)
    default: return nil
    }
  }

  /// Numbers with `;` between them; `nil` for anything else, such as the answers that a terminal
  /// gives to questions.
  private static func parameters(_ bytes: [UInt8]) -> [Int]? {
    if bytes.isEmpty { return [] }
    var numbers: [Int] = []
    for field in bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
      // What follows a colon tells more about a key than this room asks for.
      let digits = field.prefix { $0 != UInt8(ascii: ":") }
      guard digits.count <= 7, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      numbers.append(digits.reduce(0) { $0 * 10 + Int($1 - 0x30) })
    }
    return numbers
  }

  /// The keys that have numbers with a VT220 and with rxvt.
  private static func numbered(_ number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23...24: .function(number - 12)
    default: nil
    }
  }

  /// A key told by the character that it writes (xterm's `modifyOtherKeys`, fixterms' `CSI u`).
  private static func typed(_ number: Int, _ modifiers: Modifiers) -> Key? {
    guard let scalar = UInt32(exactly: number).flatMap(Unicode.Scalar.init) else { return nil }
    switch scalar.value {
    // Enter with Shift makes a new line, as it does in programs with windows.
    case 13: return modifiers.hasShift ? .alternate(.enter) : modifiers.applied(to: .enter)
    case 9: return modifiers.hasShift ? .backTab : modifiers.applied(to: .tab)
    case 27: return modifiers.applied(to: .escape)
    case 8, 127: return modifiers.applied(to: .backspace)
    default:
      // The private characters stand for keys of keyboards that this room does not know.
      let category = scalar.properties.generalCategory
      if category == .control || category == .privateUse { return nil }
      return String(scalar).composed.first.map { modifiers.applied(to: .character($0)) }
    }
  }
}

/// Keys held down together with another one.
private struct Modifiers {
  var hasShift = false
  var hasAlternate = false
  var hasControl = false

  init(hasControl: Bool) { self.hasControl = hasControl }

  /// As xterm tells them: one more than the sum of 1 for Shift, 2 for Alt, 4 for Ctrl and 8 for Meta.
  init(parameter: Int) {
    let bits = max(0, parameter - 1)
    hasShift = bits & 1 != 0
    hasAlternate = bits & (2 | 8) != 0
    hasControl = bits & 4 != 0
  }

  func applied(to key: Key) -> Key {
    var result = key
    if hasControl {
      if case .character(let character) = key {
        let lower = character.lowercased()
        result = lower.count == 1 ? .control(Character(lower)) : key
      } else {
        result = .controlled(key)
      }
    }
    return hasAlternate ? .alternate(result) : result
  }
}
