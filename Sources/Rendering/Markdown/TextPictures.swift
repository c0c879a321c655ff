import Documents

/// Bars drawn with characters, for formats that are text.
enum TextPictures {
  private static let width = 10
  private static let steps = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// Ten cells: filled to the value, shaded as far as missing answers may carry it.
  static func bar(_ bar: Document.Bar) -> String {
    let value = cells(bar.value ?? bar.low)
    let high = max(value, cells(bar.high))
    return String(repeating: "█", count: value) + String(repeating: "▒", count: high - value)
      + String(repeating: "░", count: width - high)
  }

  /// One character for each part; a dot for a part without a value.
  static func profile(_ fractions: [Double?]) -> String {
    fractions.map { fraction in
      fraction.map { steps[min(Int(clamped($0) * Double(steps.count)), steps.count - 1)] } ?? "·"
    }.joined()
  }

  private static func cells(_ fraction: Double) -> Int {
    Int((clamped(fraction) * Double(width)).rounded())
  }

  private static func clamped(_ fraction: Double) -> Double { min(max(fraction, 0), 1) }
}
