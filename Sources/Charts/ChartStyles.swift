extension ChartRenderer {
  /// What a page with figures needs in its style sheet: which layout is shown, and the system's
  /// colours where a reader has forced them.
  ///
  /// Both layouts stand in the page, and one is not displayed, neither on the screen nor to screen
  /// readers. Paper has the wide one. The selectors are long, so that rules for pictures in general
  /// do not show both. Lines of different series stay apart by their dashes.
  public static let styles = """
    svg.chart { display: block; width: 100%; height: auto; }
    svg.chart.chart-wide { max-width: 40rem; }
    svg.chart.chart-narrow { display: none; max-width: 30rem; }
    @media screen and (max-width: 40rem) {
      svg.chart.chart-wide { display: none; }
      svg.chart.chart-narrow { display: block; }
    }
    @media (forced-colors: active) {
      .chart .fill-ink, .chart .fill-quiet { fill: CanvasText; }
      .chart .stroke-ink, .chart .stroke-quiet { stroke: CanvasText; }
      .chart .stroke-grid { stroke: CanvasText; stroke-opacity: 0.35; }
      .chart .fill-area, .chart .fill-paper { fill: Canvas; }
      .chart .stroke-paper { stroke: Canvas; }
      .chart [class*="fill-series-"] { fill: LinkText; }
      .chart [class*="stroke-series-"] { stroke: LinkText; }
    }

    """
}
