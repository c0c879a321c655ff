import Language
import Terminal

/// Puts a page into a window: with empty lines where there is room, without where there is not, and
/// scrolled where it does not fit at all.
struct PageLayout {
  /// The smallest window in which a question can be shown.
  static let smallest = WindowSize(columns: 40, rows: 12)

  let size: WindowSize
  let texts: Texts
  let signs: Signs

  /// How wide text is set in a window: as text reads well, and with a margin where there is room.
  static func columns(_ size: WindowSize) -> Int {
    min(size.columns - 2 * margin(size), Lines.comfortable)
  }

  private static func margin(_ size: WindowSize) -> Int { size.columns >= 60 ? 2 : 1 }

  func frame(_ page: Page) -> Frame {
    let footer = footer(page)
    let room = size.rows - page.heading.count - footer.count
    let whole = page.top + page.blocks + page.bottom
    let spare = room - Stack(whole, blanks: []).lines.count
    if spare >= 0, page.leftOut == (0, 0) {
      let blanks = Self.blanks(whole, spare: spare - 1)
      return frame(page, fill(Stack(whole, blanks: blanks), room, gap: min(1, spare)), footer)
    }
    var (top, blocks) = (page.top, page.blocks)
    // A question that leaves no room for its answers scrolls with them.
    if Stack(top, blanks: []).lines.count + 5 > room {
      blocks = top + blocks
      top = []
    }
    var fixed = Stack(top, blanks: [])
    let bottom = Stack(page.bottom, blanks: [])
    let isRoomy = room - fixed.lines.count - bottom.lines.count >= 10
    let gap = isRoomy && !top.isEmpty ? 1 : 0
    let bottomGap = isRoomy && !page.bottom.isEmpty ? 1 : 0
    let moving = Stack(
      blocks, blanks: page.keepsSpace ? Self.blanks(blocks, spare: .max) : [])
    let height = room - fixed.lines.count - gap - bottom.lines.count - bottomGap
    fixed.append(window(moving, height: height, page), gap: gap)
    fixed.append(bottom, gap: bottomGap)
    return frame(page, fill(fixed, room, gap: 0), footer)
  }

  /// Before which blocks there is an empty line, where so many lines are to spare: from the top
  /// where it matters, then where it is welcome, then everywhere if all of that fits.
  static func blanks(_ blocks: [Block], spare: Int) -> Set<Int> {
    func places(_ space: Block.Space) -> [Int] {
      blocks.indices.dropFirst().filter { blocks[$0].space == space }
    }
    let needed = places(.usual) + places(.welcome)
    let generous = places(.generous)
    return needed.count + generous.count <= spare
      ? Set(needed + generous) : Set(needed.prefix(max(0, spare)))
  }

  // MARK: Scrolling

  /// The part of a stack in which the focus is seen, with how much is above and below it.
  private func window(_ stack: Stack, height: Int, _ page: Page) -> Stack {
    let count = stack.lines.count
    guard count > height, height > 2 else { return stack.slice(0..<min(count, max(0, height))) }
    let first: Int
    if let scroll = page.scroll {
      first = min(max(0, scroll), count - (height - 1))
    } else {
      // As near to the beginning as the focus allows; its beginning matters more than its end.
      let focus = stack.focus ?? 0..<1
      let end = min(focus.upperBound, count)
      let needed = end <= height - 1 ? 0 : end - (height - (end == count ? 1 : 2))
      first = min(needed, max(0, focus.lowerBound - 1))
    }
    let above = first > 0 ? 1 : 0
    let below = first + height - above < count ? 1 : 0
    let shown = first..<min(count, first + height - above - below)
    var part = stack.slice(shown)
    if above > 0 {
      let hidden = stack.blocks(in: 0..<shown.lowerBound) + page.leftOut.above
      part.insertAtTop(counter("screen.more-above", signs.up, hidden))
    }
    if below > 0 {
      let hidden = stack.blocks(in: shown.upperBound..<count) + page.leftOut.below
      part.lines.append(counter("screen.more-below", signs.down, hidden))
    }
    return part
  }

  private func counter(_ name: String, _ sign: String, _ count: Int) -> FrameLine {
    FrameLine(
      "  " + texts(name, ["sign": .text(sign), "count": .count(count)]), Palette.counter)
  }

  // MARK: Parts

  private func footer(_ page: Page) -> [FrameLine] {
    let columns = size.columns - 2 * Self.margin(size)
    var footer = page.notices
    if !footer.isEmpty { footer.insert(FrameLine(), at: 0) }
    footer.append(FrameLine(String(repeating: signs.rule, count: columns), Palette.rule))
    footer.append(keys(page.keys, columns))
    return footer
  }

  /// The keys that fit, the first and the last before the others: what Enter does, and the way out.
  private func keys(_ keys: [KeyHint], _ columns: Int) -> FrameLine {
    func width(_ places: [Int], _ gap: Int) -> Int {
      places.reduce(-gap) { $0 + keys[$1].width + gap }
    }
    let gap = width(Array(keys.indices), 3) <= columns ? 3 : 2
    var shown = Set([0, keys.count - 1].filter(keys.indices.contains))
    for place in keys.indices where width(shown.union([place]).sorted(), gap) <= columns {
      shown.insert(place)
    }
    let spans = shown.sorted().map { place in
      [Span(keys[place].key, Palette.key), Span(" " + keys[place].does)]
    }
    return FrameLine(
      Array(spans.joined(separator: [Span(String(repeating: " ", count: gap))])))
  }

  private func fill(_ stack: Stack, _ room: Int, gap: Int) -> Stack {
    var filled = stack
    for _ in 0..<max(0, gap) { filled.insertAtTop(FrameLine()) }
    while filled.lines.count < room { filled.lines.append(FrameLine()) }
    return filled
  }

  private func frame(_ page: Page, _ middle: Stack, _ footer: [FrameLine]) -> Frame {
    let margin = Self.margin(size)
    let indent = Span(String(repeating: " ", count: margin))
    let lines = (page.heading + middle.lines + footer).map { FrameLine([indent] + $0.spans) }
    // What has no place of its own is read from its first line.
    let position = middle.cursor ?? Frame.Position(row: 0, column: 0)
    let cursor = Frame.Position(
      row: page.heading.count + position.row, column: margin + position.column)
    return Frame(size: size, lines: lines, cursor: cursor)
  }
}

extension Page {
  /// The first line of `blocks` that needs to be shown at most.
  func furthestScroll(in window: WindowSize) -> Int {
    let blanks = keepsSpace ? PageLayout.blanks(blocks, spare: .max) : []
    let fixed = Stack(top + bottom, blanks: []).lines.count
    // The keys with their rule, and the lines that count what is hidden.
    let room = window.rows - heading.count - fixed - 4
    return max(0, Stack(blocks, blanks: blanks).lines.count - room)
  }
}

/// Blocks one below the other.
struct Stack {
  var lines: [FrameLine] = []
  var cursor: Frame.Position?
  /// The lines where the person is.
  var focus: Range<Int>?
  /// The first lines of the blocks and the line behind the last.
  private var borders: [Int] = [0]

  /// - Parameter blanks: The blocks before which there is an empty line.
  init(_ blocks: [Block], blanks: Set<Int>) {
    for (place, block) in blocks.enumerated() {
      if blanks.contains(place) { lines.append(FrameLine()) }
      if let position = block.cursor {
        cursor = Frame.Position(row: lines.count + position.row, column: position.column)
      }
      if block.isFocus {
        let end = lines.count + block.lines.count
        focus = (focus?.lowerBound ?? lines.count)..<end
      }
      lines += block.lines
      borders.append(lines.count)
    }
  }

  /// How many blocks have a line in a range.
  func blocks(in range: Range<Int>) -> Int {
    zip(borders, borders.dropFirst()).count { $0 < range.upperBound && $1 > range.lowerBound }
  }

  func slice(_ range: Range<Int>) -> Stack {
    var part = self
    part.lines = Array(lines[range])
    part.cursor = cursor.flatMap { position in
      range.contains(position.row)
        ? Frame.Position(row: position.row - range.lowerBound, column: position.column) : nil
    }
    return part
  }

  mutating func insertAtTop(_ line: FrameLine) {
    lines.insert(line, at: 0)
    cursor?.row += 1
  }

  mutating func append(_ other: Stack, gap: Int) {
    for _ in 0..<gap where !lines.isEmpty { lines.append(FrameLine()) }
    if let position = other.cursor {
      cursor = Frame.Position(row: lines.count + position.row, column: position.column)
    }
    lines += other.lines
  }
}
