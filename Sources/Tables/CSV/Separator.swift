/// What stands between the cells of a table.
public enum Separator: String, Sendable, CaseIterable {
  case tab, semicolon, comma

  /// The character itself.
  public var byte: UInt8 {
    switch self {
    case .tab: UInt8(ascii: "\t")
    case .semicolon: UInt8(ascii: ";")
    case .comma: UInt8(ascii: ",")
    }
  }

  /// The separator by its name or as the character itself.
  public init?(_ text: String) {
    let found = Self.allCases.first { candidate in
      text == candidate.rawValue || Array(text.utf8) == [candidate.byte]
    }
    guard let found else { return nil }
    self = found
  }

  /// The one that divides the headings into most cells; of equal ones the tab before the semicolon
  /// before the comma, because commas stand in texts most often.
  static func detected(in bytes: ArraySlice<UInt8>) -> Separator {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D { break }
      counts[byte, default: 0] += 1
    }
    var best = Separator.tab
    for candidate in allCases
    where counts[candidate.byte, default: 0] > counts[best.byte, default: 0] {
      best = candidate
    }
    return counts[best.byte, default: 0] > 0 ? best : .comma
  }
}
