/// Where a node's tag and anchor stand, and where the node itself begins behind them.
///
/// libyaml gives a node with properties the place of its first property.
struct NodeProperties {
  private(set) var tag: Range<Int>?
  private(set) var anchor: Range<Int>?
  private(set) var contentStart: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    var index = start
    contentStart = start
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        index += 1
        continue
      case UInt8(ascii: "#"):
        while index < bytes.count, !bytes[index].isLineBreak { index += 1 }
        continue
      case UInt8(ascii: "!"):
        let end = Self.endOfWord(bytes, from: index)
        tag = index..<end
        index = end
      case UInt8(ascii: "&"):
        let end = Self.endOfWord(bytes, from: index)
        anchor = index..<end
        index = end
      default:
        contentStart = index
        return
      }
    }
    contentStart = index
  }

  private static func endOfWord(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start + 1
    let isURI = index < bytes.count && bytes[index] == UInt8(ascii: "<")
    while index < bytes.count, !bytes[index].isBlank, !bytes[index].isLineBreak {
      if !isURI {
        switch bytes[index] {
        case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
          UInt8(ascii: "}"):
          return index
        default: break
        }
      }
      index += 1
    }
    return index
  }
}

extension UInt8 {
  /// A space or a tab.
  var isBlank: Bool { self == 0x20 || self == 0x09 }
  /// A line feed or a carriage return.
  var isLineBreak: Bool { self == 0x0A || self == 0x0D }
}
