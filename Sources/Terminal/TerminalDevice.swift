#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How many characters a terminal shows.
public struct WindowSize: Sendable, Hashable {
  /// Cells across; a wide character takes two.
  public var columns: Int
  /// Lines from top to bottom.
  public var rows: Int

  /// A size in cells across and lines down.
  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// Whether a file descriptor is a terminal.
public func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

/// The size of the terminal behind a descriptor; where it does not tell, what `COLUMNS` and `LINES`
/// say, else 80 × 24.
public func windowSize(_ descriptor: Int32, environment: [String: String]) -> WindowSize {
  var size = winsize()
  let known = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0
  func value(_ told: UInt16, _ name: String, _ usual: Int) -> Int {
    if known, told > 0 { return Int(told) }
    return environment[name].flatMap(Int.init).flatMap { (1...10_000).contains($0) ? $0 : nil }
      ?? usual
  }
  return WindowSize(
    columns: value(size.ws_col, "COLUMNS", 80), rows: value(size.ws_row, "LINES", 24))
}
