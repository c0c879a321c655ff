/// A bar for work that takes long, on a terminal alone: one line that is written over and, at the end,
/// taken away, so that nothing of it stays among the results.
public struct Progress: ~Copyable {
  private let output: Output
  private let label: String
  private let total: Int
  private let glyphs: Glyphs
  private let isShown: Bool
  private var done = 0
  private var line = ""

  /// Work of so many steps, of which none is done.
  ///
  /// - Parameters:
  ///   - label: What is being done; must have been made visible before.
  ///   - isShown: Whether to show the bar; by default where the output is a terminal.
  public init(
    _ label: String, total: Int, output: Output = .error, glyphs: Glyphs = .unicode,
    isShown: Bool? = nil
  ) {
    self.label = label
    self.total = total
    self.output = output
    self.glyphs = glyphs
    self.isShown = isShown ?? output.isTerminal
  }

  deinit {
    // Nothing is lost where the line cannot be taken away.
    if !line.isEmpty { _ = try? output.write("\r\u{1B}[K") }
  }

  /// Another step is done. Writes only where the line looks different by that.
  public mutating func advance() {
    done = min(done + 1, max(total, 0))
    guard isShown, total > 0 else { return }
    let fraction = Double(done) / Double(total)
    let percent = Int(fraction * 100)
    let new = "\(label) \(glyphs.bar(fraction, width: 20)) \(percent) %"
    guard new != line else { return }
    line = new
    // A bar that cannot be shown is no reason to stop the work.
    _ = try? output.write("\r" + new + "\u{1B}[K")
  }
}
