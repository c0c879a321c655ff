import DisplayWidth

/// The part of a list that is shown.
public struct ChoiceListView: Sendable, Hashable {
  /// The lines from the top.
  public var lines: [FrameLine]
  /// Where the cursor belongs: in the filter while it is open, else at the marker.
  public var cursor: Frame.Position
}

/// What a list says around its places, in the words of a language.
public struct ChoiceListTexts: Sendable {
  /// That so many places are hidden above, such as “↑ 3 more”.
  public var above: @Sendable (Int) -> String
  /// That so many places are hidden below, such as “↓ 5 more”.
  public var below: @Sendable (Int) -> String
  /// That the filter leaves no place.
  public var nothingFound: String

  /// The texts by the numbers in them.
  public init(
    above: @escaping @Sendable (Int) -> String, below: @escaping @Sendable (Int) -> String,
    nothingFound: String
  ) {
    self.above = above
    self.below = below
    self.nothingFound = nothingFound
  }
}

extension ChoiceList {
  /// The part of the list around its marker that fits into so many lines.
  ///
  /// What is hidden is counted on a line above or below. The place of the marker is always shown,
  /// from its first line on.
  ///
  /// - Parameters:
  ///   - columns: How wide the lines may be.
  ///   - rows: How many lines there may be, those of the filter and of the counts included. There
  ///     are always three beside the filter where they are needed: a place between two counts.
  public func view(
    columns: Int, rows: Int, glyphs: Glyphs = .unicode, texts: ChoiceListTexts
  ) -> ChoiceListView {
    var lines: [FrameLine] = []
    var cursor = Frame.Position(row: 0, column: 0)
    if var field = filter {
      field.columns = max(1, columns - 1)
      let view = field.view(glyphs: glyphs)
      lines.append(FrameLine("/" + view.lines[0]))
      cursor = Frame.Position(row: 0, column: view.caret.column + 1)
    }
    guard let at = marker.flatMap(matches.firstIndex) ?? matches.indices.first else {
      return ChoiceListView(
        lines: lines + (matches.isEmpty && filter != nil ? [FrameLine(texts.nothingFound)] : []),
        cursor: cursor)
    }
    let room = max(3, rows - lines.count)
    let blocks = Blocks(self, columns: columns, glyphs: glyphs)
    let shown = blocks.shown(around: at, rows: room)
    if shown.lowerBound > 0 { lines.append(FrameLine(texts.above(shown.lowerBound))) }
    let hiddenBelow = matches.count - shown.upperBound
    let left = room - (shown.lowerBound > 0 ? 1 : 0) - (hiddenBelow > 0 ? 1 : 0)
    var places: [FrameLine] = []
    for place in shown {
      if place == at, filter == nil { cursor.row = lines.count + places.count }
      places += blocks.lines(of: place)
    }
    lines += places.prefix(max(1, left))
    if hiddenBelow > 0 { lines.append(FrameLine(texts.below(hiddenBelow))) }
    return ChoiceListView(lines: lines, cursor: cursor)
  }
}

extension ChoiceList {
  /// One of `matches` as lines, with its marker, number, tick and sign, for whoever lays the list out.
  public func lines(
    of match: Int, columns: Int, glyphs: Glyphs = .unicode
  ) -> [FrameLine] {
    guard matches.indices.contains(match) else { return [] }
    return Blocks(self, columns: columns, glyphs: glyphs).lines(of: match)
  }
}

/// The places of a list as lines; made only of those that may be shown.
private struct Blocks {
  private let list: ChoiceList
  private let columns: Int
  private let glyphs: Glyphs
  private let signWidth: Int

  init(_ list: ChoiceList, columns: Int, glyphs: Glyphs) {
    self.list = list
    self.columns = columns
    self.glyphs = glyphs
    signWidth = list.items.map(\.sign.madeVisible.displayWidth).max() ?? 0
  }

  /// The places around the marker's for which there is room, with a line for each count that this
  /// makes necessary.
  func shown(around at: Int, rows: Int) -> Range<Int> {
    let count = list.matches.count
    var start = at
    var end = at + 1
    var used = lines(of: at).count
    /// Whether the places and their counts fit once these are shown.
    func fits(_ start: Int, _ end: Int, _ used: Int) -> Bool {
      used + (start > 0 ? 1 : 0) + (end < count ? 1 : 0) <= rows
    }
    // In turns above and below, so that the marker stands in the middle where it can.
    var mayGrow = true
    while mayGrow {
      mayGrow = false
      if start > 0 {
        let height = lines(of: start - 1).count
        if fits(start - 1, end, used + height) {
          start -= 1
          used += height
          mayGrow = true
        }
      }
      if end < count {
        let height = lines(of: end).count
        if fits(start, end + 1, used + height) {
          end += 1
          used += height
          mayGrow = true
        }
      }
    }
    return start..<end
  }

  func lines(of place: Int) -> [FrameLine] {
    let index = list.matches[place]
    let item = list.items[index]
    let isMarked = index == list.marker
    let signs = glyphs.list
    var first = isMarked ? signs.marker : String(repeating: " ", count: signs.marker.displayWidth)
    first += " "
    if list.hasDigits { first += "\(index + 1). " }
    switch list.kind {
    case .one where list.ticks.isEmpty: break
    case .one: first += (list.ticks.contains(index) ? signs.chosen : signs.unchosen) + " "
    case .several: first += (list.ticks.contains(index) ? signs.ticked : signs.unticked) + " "
    case .menu: break
    }
    if signWidth > 0 {
      let sign = item.sign.madeVisible
      first += sign + String(repeating: " ", count: signWidth - sign.displayWidth + 1)
    }
    return item.text.wrapped(width: columns, first: first)
      .map { FrameLine($0, isMarked ? .bold : .plain) }
  }
}
