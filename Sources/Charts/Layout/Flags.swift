internal import Documents

/// The names of marks above a plot, each at the top of a line of its own: in as many rows as keep
/// names off one another and off the lines of others.
struct Flags {
  /// A name and where its line stands.
  struct Flag: Sendable, Hashable {
    let label: String
    let x: Double
    /// Whether the name stands left of its line, for want of room on the right.
    let isLeft: Bool
    /// 0 for the lowest.
    var row = 0
    let width: Double
    /// What the name covers, with its distance from the line.
    var span: ClosedRange<Double> {
      isLeft ? x - Flags.distance - width...x : x...x + Flags.distance + width
    }
  }

  fileprivate static let distance = 4.0
  /// More marks than a scale can bear are drawn without names.
  private static let most = 8

  let flags: [Flag]
  /// How many rows the names take.
  var rows: Int { (flags.map(\.row).max() ?? -1) + 1 }

  /// Names stand left of the lower lines and right of the upper ones, or the other way round, cut
  /// where they are longer than there is room: with the fewest cut, then in the fewest rows.
  ///
  /// - Parameters:
  ///   - marks: In any order.
  ///   - right: Where names have to end.
  init(_ marks: [Document.Axis.Mark], on scale: Scale, right: Double, _ measures: Measures) {
    let all = marks.prefix(Self.most).map { (text: $0.label, x: scale.place($0.value)) }
      .sorted { $0.x < $1.x }
    var best: (flags: [Flag], cost: Int)?
    for (turn, outward) in (0...all.count).flatMap({ [($0, true), ($0, false)] }) {
      var cut = 0
      var flags = all.enumerated().compactMap { index, mark -> Flag? in
        let isLeft = (index < turn) == outward
        let room = (isLeft ? mark.x : right - mark.x) - Self.distance
        guard let whole = measures.lines(of: mark.text, width: right * 0.6, most: 1).first,
          let label = measures.lines(of: whole, width: max(room, 0) + 0.1, most: 1).first
        else { return nil }
        if label != whole { cut += 1 }
        let width = measures.width(of: label)
        if width > room + 0.2 { return nil }
        return Flag(label: label, x: mark.x, isLeft: isLeft, width: width)
      }
      Self.stack(&flags)
      if Self.areCrossed(flags) { continue }
      let rows = (flags.map(\.row).max() ?? -1) + 1
      let cost = (all.count - flags.count + cut) * 100 + rows
      if cost < best?.cost ?? .max { best = (flags, cost) }
    }
    flags = best?.flags ?? []
  }

  /// A name stands above the lines of others that it would cover, and where it touches no other name.
  private static func stack(_ flags: inout [Flag]) {
    let left = flags.indices.filter { flags[$0].isLeft }
    let right = flags.indices.filter { !flags[$0].isLeft }.reversed()
    var placed: [Flag] = []
    for index in left + right {
      let span = flags[index].span
      let covered = placed.filter { span.contains($0.x) }
      flags[index].row = (covered.map(\.row).max() ?? -1) + 1
      while placed.contains(where: {
        $0.row == flags[index].row && $0.span.overlaps(span)
      }) {
        flags[index].row += 1
      }
      placed.append(flags[index])
    }
  }

  /// Whether a line runs through the name of another mark.
  private static func areCrossed(_ flags: [Flag]) -> Bool {
    flags.contains { name in
      flags.contains { $0 != name && $0.row >= name.row && name.span.contains($0.x) }
    }
  }

  /// Draws names and the lines from them down to where the plot begins.
  ///
  /// - Parameter clearance: What stays free between the lowest names and the plot.
  func draw(on canvas: inout Canvas, bottom: Double, clearance: Double, lineHeight: Double) {
    for flag in flags {
      let middle = bottom - clearance - (Double(flag.row) + 0.5) * lineHeight
      canvas.line(
        from: Point(x: flag.x, y: middle - lineHeight * 0.4), to: Point(x: flag.x, y: bottom),
        .quiet, dashes: "4 3")
      canvas.text(
        [flag.label], x: flag.isLeft ? flag.x - Self.distance : flag.x + Self.distance,
        middle: middle, anchor: flag.isLeft ? .end : .start, paint: .quiet)
    }
  }
}
