internal import CLibXLSXWriter
internal import Documents

/// Hands charts to the library; the program that opens the workbook draws them.
struct ChartWriting {
  private let book: OpenWorkbook
  /// Tones that tell series apart on white, also for eyes that do not tell all colours.
  private static let colors: [UInt32] = [0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0x1A1A1A]

  init(_ book: OpenWorkbook) { self.book = book }

  func add(
    _ chart: Workbook.Chart, on sheet: Workbook.Sheet,
    to pointer: UnsafeMutablePointer<lxw_worksheet>
  ) throws(SpreadsheetFailure) {
    guard let drawn = workbook_add_chart(book.pointer, UInt8(chart.kind.type.rawValue)) else {
      throw SpreadsheetFailure(reason: chart.title)
    }
    for (place, series) in chart.series.enumerated() {
      guard let added = chart_add_series(drawn, nil, nil) else {
        throw SpreadsheetFailure(reason: chart.title)
      }
      let (names, values) = (LibraryArea(chart.categories), LibraryArea(series.values))
      let name = LibraryArea(series.name)
      chart_series_set_name_range(added, sheet.name, name.top, name.left)
      chart_series_set_categories(
        added, sheet.name, names.top, names.left, names.bottom, names.right)
      chart_series_set_values(
        added, sheet.name, values.top, values.left, values.bottom, values.right)
      paint(added, chart.kind, Self.colors[place % Self.colors.count])
    }
    chart_title_set_name(drawn, CellText.safe(chart.title))
    chart_show_blanks_as(drawn, UInt8(LXW_CHART_BLANKS_AS_GAP.rawValue))
    if chart.series.count < 2 {
      chart_legend_set_position(drawn, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
    } else {
      chart_legend_set_position(drawn, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
    }
    setAxes(of: drawn, chart)
    try insert(drawn, chart, pointer)
  }

  private func paint(
    _ series: UnsafeMutablePointer<lxw_chart_series>, _ kind: Workbook.Chart.Kind, _ color: UInt32
  ) {
    switch kind {
    case .bars:
      var fill = lxw_chart_fill()
      fill.color = color
      chart_series_set_fill(series, &fill)
    case .radar, .line:
      var line = lxw_chart_line()
      line.color = color
      line.width = 2.25
      chart_series_set_line(series, &line)
    }
  }

  private func setAxes(
    of drawn: UnsafeMutablePointer<lxw_chart>, _ chart: Workbook.Chart
  ) {
    // Of lying bars the library calls the axis along which they stretch X.
    let isLying = chart.kind == .bars
    let types = (LXW_CHART_AXIS_TYPE_X, LXW_CHART_AXIS_TYPE_Y)
    guard let scaled = chart_axis_get(drawn, isLying ? types.0 : types.1),
      let names = chart_axis_get(drawn, isLying ? types.1 : types.0)
    else { return }
    chart_axis_set_min(scaled, chart.scale.lowerBound)
    chart_axis_set_max(scaled, chart.scale.upperBound)
    chart_axis_set_num_format(scaled, "0")
    if !chart.valueName.isEmpty {
      chart_axis_set_name(scaled, CellText.safe(chart.valueName))
    }
    var grid = lxw_chart_line()
    grid.color = 0xD9D9D9
    chart_axis_major_gridlines_set_line(scaled, &grid)
    // The first row on top, as in the table.
    if isLying { chart_axis_set_reverse(names) }
    // Every name, where programs would skip some for want of room.
    chart_axis_set_interval_unit(names, 1)
  }

  private func insert(
    _ drawn: UnsafeMutablePointer<lxw_chart>, _ chart: Workbook.Chart,
    _ pointer: UnsafeMutablePointer<lxw_worksheet>
  ) throws(SpreadsheetFailure) {
    try CellText.attribute(chart.description).withMutableCString {
      description throws(SpreadsheetFailure) in
      var options = lxw_chart_options()
      // The library's charts are 480 × 288 pixels.
      options.x_scale = chart.width / 480
      options.y_scale = chart.height / 288
      options.description = description
      try book.check(
        worksheet_insert_chart_opt(
          pointer, UInt32(clamping: chart.row), UInt16(clamping: chart.column), drawn, &options))
    }
  }
}

extension Workbook.Chart.Kind {
  fileprivate var type: lxw_chart_type {
    switch self {
    case .bars: LXW_CHART_BAR
    case .radar: LXW_CHART_RADAR_WITH_MARKERS
    case .line: LXW_CHART_LINE
    }
  }
}
