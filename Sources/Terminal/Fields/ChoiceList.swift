internal import DisplayWidth

/// A list of which one place or several are chosen: places, a marker, ticks, a filter, and what keys do
/// to them.
public struct ChoiceList: Sendable, Hashable {
  /// One place of the list.
  public struct Item: Sendable, Hashable {
    /// What stands there, on as many lines as it needs.
    public var text: String
    /// What stands before the text, such as a sign of its state; one for all items or none is best.
    public var sign: String

    /// A place with its text and a sign before it.
    public init(_ text: String, sign: String = "") {
      self.text = text
      self.sign = sign
    }
  }

  /// How many places may be ticked.
  public enum Kind: Sendable, Hashable {
    /// One: the marker is what counts when the list is accepted; a tick only shows what stood before.
    case one
    /// Any number, each ticked and unticked by Space.
    case several
    /// None: places to go to.
    case menu
  }

  /// The places, in their order.
  public let items: [Item]
  /// How many may be ticked.
  public let kind: Kind
  /// The ticked places, by their indices.
  public var ticks: Set<Int>
  /// Whether `/` opens a filter.
  public var hasFilter: Bool
  /// How many places a page key moves by.
  public var page = 10
  /// What the filter holds, while it is open.
  public private(set) var filter: TextField?
  /// The places that the filter leaves, in their order.
  public private(set) var matches: [Int]
  /// The place where the marker stands; `nil` where the filter leaves none, or before the first key.
  public private(set) var marker: Int?

  private let folded: [String]

  /// A list with the marker on its first ticked place, or on its first.
  ///
  /// - Parameters:
  ///   - hasFilter: Whether `/` opens a filter; by default in lists of more than seven.
  ///   - startsMarked: Whether the marker stands somewhere before the first key; where not, nothing
  ///     can be accepted by mistake.
  public init(
    _ items: [Item], kind: Kind = .one, ticks: Set<Int> = [], marker: Int? = nil,
    hasFilter: Bool? = nil, startsMarked: Bool = true
  ) {
    self.items = items
    self.kind = kind
    self.ticks = ticks.filter(items.indices.contains)
    self.hasFilter = hasFilter ?? (items.count > 7)
    folded = items.map(\.text.withoutMarks)
    matches = Array(items.indices)
    guard startsMarked else { return }
    self.marker = items.isEmpty ? nil : 0
    moveMarker(to: marker ?? self.ticks.min() ?? 0)
  }

  /// Whether digits move the marker: the list has at most nine places, and nothing is being typed.
  public var hasDigits: Bool { items.count <= 9 && filter == nil }

  /// Puts the marker on a place, where there is such a one and the filter leaves it.
  public mutating func moveMarker(to index: Int) {
    if matches.contains(index) { marker = index }
  }

  /// Does what the key means in a list.
  ///
  /// Arrows, Home, End and the page keys move the marker and stop at the ends; digits move it where
  /// there are at most nine places; Space ticks and unticks; `/` opens the filter, Esc closes it and
  /// brings all places back.
  ///
  /// - Returns: Whether it means anything. Enter never does: accepting the list is the caller's.
  public mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .up, .control("p"): move(by: -1)
    case .down, .control("n"): move(by: 1)
    case .pageUp: move(by: -max(1, page))
    case .pageDown: move(by: max(1, page))
    case .home where filter == nil: marker = matches.first
    case .end where filter == nil: marker = matches.last
    case .character(" ") where kind == .several: toggle()
    case .character("/") where hasFilter && filter == nil: setFilter(TextField())
    case .character(let character) where hasDigits:
      guard let digit = character.wholeNumberValue, character.isASCII, digit > 0,
        items.indices.contains(digit - 1)
      else { return false }
      marker = digit - 1
    case .escape where filter != nil: setFilter(nil)
    case .backspace where filter?.isEmpty == true: setFilter(nil)
    default:
      guard var field = filter, field.handle(key) else { return false }
      if field.text == filter?.text { filter = field } else { setFilter(field) }
    }
    return true
  }

  private mutating func move(by places: Int) {
    guard let marker, let at = matches.firstIndex(of: marker) else {
      self.marker = places < 0 ? matches.last : matches.first
      return
    }
    let (moved, isTooFar) = at.addingReportingOverflow(places)
    let aim = isTooFar ? (places < 0 ? 0 : matches.count - 1) : moved
    self.marker = matches[min(max(0, aim), matches.count - 1)]
  }

  private mutating func toggle() {
    guard let marker else { return }
    ticks.formSymmetricDifference([marker])
  }

  /// The marker stays on its place where the filter leaves it, and else goes to the first.
  private mutating func setFilter(_ field: TextField?) {
    let former = marker
    filter = field
    let wanted = field?.text.withoutMarks ?? ""
    matches = items.indices.filter { wanted.isEmpty || folded[$0].contains(wanted) }
    marker = former.flatMap { matches.contains($0) ? $0 : nil } ?? matches.first
  }
}
