/// How large a table may be; beyond it, a file is something else or means harm.
public struct CSVLimits: Sendable {
  /// The whole file.
  public var bytes: Int
  /// As many as spreadsheets have.
  public var columns: Int
  /// One cell, in bytes: more than any text that a question takes.
  public var cell: Int

  /// The limits given, else the standard ones.
  public init(bytes: Int = 256 << 20, columns: Int = 16_384, cell: Int = 64 << 10) {
    self.bytes = bytes
    self.columns = columns
    self.cell = cell
  }

  /// 256 MiB, 16,384 columns, 64 KiB a cell.
  public static let standard = CSVLimits()
}
