import Documents

/// Small bars in cells. Their numbers stand in a column of their own, so readers by ear pass them over.
enum HTMLPictures {
  /// Filled to the value, paler as far as missing answers may carry it.
  static func bar(_ bar: Document.Bar) -> String {
    let value = bar.value ?? bar.low
    return "<span class=\"bar\" aria-hidden=\"true\">"
      + "<span class=\"reach\" style=\"width:\(percent(max(value, bar.high)))%\"></span>"
      + "<span class=\"value\" style=\"width:\(percent(value))%\"></span></span>"
  }

  /// One column for each part; none for a part without a value.
  static func profile(_ fractions: [Double?]) -> String {
    let columns = fractions.map { fraction in
      fraction.map { "<span style=\"height:\(percent($0))%\"></span>" }
        ?? "<span class=\"none\"></span>"
    }
    return "<span class=\"profile\" aria-hidden=\"true\">" + columns.joined() + "</span>"
  }

  /// With one digit after the point, which is less than a pixel.
  private static func percent(_ fraction: Double) -> String {
    guard fraction > 0 else { return "0" }
    let tenths = Int((min(fraction, 1) * 1000).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
