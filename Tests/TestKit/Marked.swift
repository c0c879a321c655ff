/// A text whose places are marked with ⟦…⟧, so that tests never count columns.
///
/// ```swift
/// let marked = Marked("show_if: ⟦covrage⟧ >= 2")
/// marked.text    // "show_if: covrage >= 2"
/// marked.ranges  // [9..<16]
/// ```
///
/// Markers may nest and may enclose nothing (`⟦⟧` marks a point).
public struct Marked: Sendable {
  /// The text without its markers.
  public let text: String
  /// The marked stretches of `text`, in bytes of UTF-8, in the order of their opening markers.
  public let ranges: [Range<Int>]

  /// Takes the markers out of a text; an opening marker that is never closed reaches to the end,
  /// a closing one that was never opened is ignored.
  public init(_ text: String) {
    var clean = String.UnicodeScalarView()
    var offset = 0
    var ranges: [Range<Int>] = []
    var open: [Int] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "⟦":
        open.append(ranges.count)
        ranges.append(offset..<offset)
      case "⟧":
        guard let index = open.popLast() else { continue }
        ranges[index] = ranges[index].lowerBound..<offset
      default:
        clean.append(scalar)
        offset += UTF8.width(scalar)
      }
    }
    for index in open { ranges[index] = ranges[index].lowerBound..<offset }
    self.text = String(clean)
    self.ranges = ranges
  }
}
