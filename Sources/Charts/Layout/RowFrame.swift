internal import Documents

/// What strips, dot plots and bars have in common: rows on one scale, each with its name before or
/// above it and its numbers in columns of their own.
struct RowFrame {
  /// The texts of a row.
  struct Row {
    let label: String
    let isEmphasised: Bool
    /// As many as there are columns.
    let cells: [String]
  }

  private struct Placed {
    let label: [String]
    let cells: [[String]]
    let isEmphasised: Bool
    /// Of the texts in a narrow picture, of everything in a wide one.
    let textMiddle: Double
    let top: Double
    let bottom: Double
    let plotTop: Double
  }

  /// The middles of the rows' plots.
  var middles: [Double] { placed.map { $0.plotTop + plotHeight / 2 } }
  let scale: Scale
  let height: Double

  private let measures: Measures
  private let axis: Document.Axis
  private let key: Key
  private let heads: [Sign]
  private let roles: [Role]
  private let placed: [Placed]
  private let columns: [(right: Double, width: Double)]
  private let left: Double
  private let right: Double
  private let plotHeight: Double
  private let flags: Flags
  private let ticks: TickLabels
  private let name: [String]
  /// Where the names of marks end and the scale above the rows begins.
  private let flagBottom: Double
  /// What the signs at the heads of columns take between the two.
  private let headHeight: Double
  private let rowsTop: Double
  private let rowsBottom: Double
  private let hasUpperScale: Bool

  /// - Parameters:
  ///   - heads: The sign that a column of numbers belongs to, for each; none where it is plain.
  ///   - roles: What the numbers of a column are; at least as many as there are columns.
  ///   - plotHeight: What the signs of a row need.
  init(
    rows: [Row], axis: Document.Axis, key entries: [(sign: Sign, name: String)], heads: [Sign],
    roles: [Role], plotHeight: Double, measures: Measures
  ) {
    self.measures = measures
    self.axis = axis
    self.heads = heads
    self.roles = roles
    self.plotHeight = plotHeight
    key = Key(entries, measures)
    let lineHeight = measures.lineHeight
    let isNarrow = measures.isNarrow

    // The columns of numbers, from the right.
    let cells = rows.map { row in
      row.cells.map { measures.lines(of: $0, width: 92, isBold: row.isEmphasised) }
    }
    let columnCount = rows.map(\.cells.count).max() ?? 0
    var columns: [(right: Double, width: Double)] = []
    var edge = measures.width
    for column in (0..<columnCount).reversed() {
      let widths = zip(rows, cells).map { row, cells in
        measures.width(of: cells[column], isBold: row.isEmphasised)
      }
      var width = widths.max() ?? 0
      if column < heads.count { width = max(width, heads[column].width) }
      let sign = isNarrow && column < heads.count ? heads[column].width + 4 : 0
      columns.insert((edge, width), at: 0)
      edge -= width + sign + measures.gap
    }
    self.columns = columns

    // The names, then the plot in what is left.
    let labelRoom = isNarrow ? max(edge, 80) : measures.width * 0.31
    let labels = rows.map {
      measures.lines(of: $0.label, width: labelRoom, isBold: $0.isEmphasised)
    }
    let labelWidth = zip(rows, labels).map {
      measures.width(of: $1, isBold: $0.isEmphasised)
    }.max()
    let tickRoom = [axis.ticks.first, axis.ticks.last].compactMap { tick in
      tick.map { min(measures.width(of: Label($0.label).text), 80) / 2 }
    }
    let side = max(9, tickRoom.max() ?? 0)
    left = isNarrow ? side : (labelWidth ?? 0) + measures.gap + side
    right = isNarrow ? measures.width - side : edge - side
    scale = Scale(axis, from: left, to: right)

    // What stands above the rows.
    flags = Flags(
      axis.marks, on: scale, right: measures.width, measures)
    ticks = TickLabels(axis.ticks, on: scale, measures)
    hasUpperScale = isNarrow && (flags.rows > 0 || rows.count > 3) || rows.count > 14
    headHeight = heads.isEmpty || isNarrow || hasUpperScale ? 0 : lineHeight
    let flagHeight = Double(flags.rows) * lineHeight + headHeight
    flagBottom = key.height + flagHeight + (flagHeight > 0 ? 4 : 0)
    rowsTop = flagBottom + (hasUpperScale ? lineHeight + 4 : 0)

    // The rows.
    var placed: [Placed] = []
    var top = rowsTop
    for (index, row) in rows.enumerated() {
      let label = labels[index]
      let lineCount = max(label.count, cells[index].map(\.count).max() ?? 0, isNarrow ? 1 : 0)
      let textHeight = Double(lineCount) * lineHeight
      if isNarrow {
        let plotTop = top + 6 + textHeight + 2
        placed.append(
          Placed(
            label: label, cells: cells[index], isEmphasised: row.isEmphasised,
            textMiddle: top + 6 + textHeight / 2, top: top, bottom: plotTop + plotHeight + 4,
            plotTop: plotTop))
        top = plotTop + plotHeight + 4
      } else {
        let height = max(textHeight, plotHeight) + 6
        placed.append(
          Placed(
            label: label, cells: cells[index], isEmphasised: row.isEmphasised,
            textMiddle: top + height / 2, top: top, bottom: top + height,
            plotTop: top + (height - plotHeight) / 2))
        top += height
      }
    }
    self.placed = placed
    rowsBottom = top
    let nameRoom = measures.width - left
    name = axis.name.map { measures.lines(of: $0, width: nameRoom) } ?? []
    height =
      rowsBottom + 4 + lineHeight + (ticks.isEmpty ? 0 : 2) + Double(name.count) * lineHeight
  }

  /// Draws all but the signs in the rows, which stand on it.
  func draw(on canvas: inout Canvas) {
    key.draw(on: &canvas)
    grid(on: &canvas)
    flags.draw(
      on: &canvas, bottom: flagBottom, clearance: headHeight, lineHeight: measures.lineHeight)
    if hasUpperScale {
      canvas.line(
        from: Point(x: left, y: flagBottom), to: Point(x: right, y: flagBottom), .quiet)
      ticks.draw(on: &canvas, top: flagBottom + 2)
    }
    canvas.line(
      from: Point(x: left, y: rowsBottom), to: Point(x: right, y: rowsBottom), .quiet)
    ticks.draw(on: &canvas, top: rowsBottom + 3)
    if !name.isEmpty {
      canvas.text(
        name, x: left,
        middle: height - Double(name.count) * measures.lineHeight / 2, paint: .quiet)
    }
    texts(on: &canvas)
  }

  /// Lines of the scale and of marks: through all rows, or through the plots where names stand between.
  private func grid(on canvas: inout Canvas) {
    let stretches =
      measures.isNarrow
      ? placed.map { ($0.plotTop, $0.plotTop + plotHeight) } : [(rowsTop, rowsBottom)]
    func lines(at values: [Document.Axis.Mark]) -> [(Point, Point)] {
      values.prefix(TickLabels.most).flatMap { value in
        let x = scale.place(value.value)
        return stretches.map { (Point(x: x, y: $0.0), Point(x: x, y: $0.1)) }
      }
    }
    canvas.lines(lines(at: axis.ticks), .grid)
    canvas.lines(lines(at: axis.marks), .quiet, dashes: "4 3")
  }

  private func texts(on canvas: inout Canvas) {
    if !measures.isNarrow {
      let head = (hasUpperScale ? rowsTop : flagBottom) - 4 - measures.lineHeight / 2
      for (sign, column) in zip(heads, columns) {
        canvas.sample(sign, at: Point(x: column.right - sign.width / 2, y: head))
      }
    }
    for row in placed {
      canvas.row { texts(of: row, on: &$0) }
    }
  }

  private func texts(of row: Placed, on canvas: inout Canvas) {
    canvas.text(row.label, x: 0, middle: row.textMiddle, isBold: row.isEmphasised)
    for (index, lines) in row.cells.enumerated() where !lines.isEmpty {
      let column = columns[index]
      canvas.text(
        lines, x: column.right, middle: row.textMiddle, anchor: .end, isBold: row.isEmphasised,
        roles[index])
      if measures.isNarrow, index < heads.count {
        let width = measures.width(of: lines, isBold: row.isEmphasised)
        let sign = heads[index]
        canvas.sample(
          sign, at: Point(x: column.right - width - 4 - sign.width / 2, y: row.textMiddle))
      }
    }
  }
}
