/// A finding as other programs read it (`branda lint --format json`), schema `branda.findings/1`.
///
/// Domain types are not encoded themselves: this is the public form, and a change here is a change
/// of a public format.
public struct EncodedDiagnostic: Encodable, Sendable {
  /// Where it stands: lines and columns from 1, columns in characters, the end behind the last one;
  /// offset and length in bytes.
  public struct Region: Encodable, Sendable {
    /// The line of the first character, from 1.
    public var line: Int
    /// The column of the first character, from 1, in characters.
    public var column: Int
    /// The line of the end, from 1.
    public var endLine: Int
    /// The column behind the last character, from 1; that of the start for an empty region.
    public var endColumn: Int
    /// Bytes of the file before the region.
    public var offset: Int
    /// Bytes in the region; 0 where something is missing at this place.
    public var length: Int

    enum CodingKeys: String, CodingKey {
      case line, column, offset, length
      case endLine = "end_line"
      case endColumn = "end_column"
    }
  }

  /// The stable name of the kind of finding, the same in every language.
  public var code: String
  /// `error`, `warning` or `note`, the same in every language.
  public var severity: String
  /// The finding's sentence in the language of the printer, without place and excerpt.
  public var message: String
  /// The way out in the language of the printer; `nil` where there is none to give.
  public var help: String?
  /// The file's name as the user gave it; `nil` where the finding belongs to no file.
  public var file: String?
  /// The stretch of the file; `nil` exactly where `file` is.
  public var region: Region?

  /// A finding in the printer's words; its notes are left out.
  public init(_ diagnostic: Diagnostic, printer: DiagnosticPrinter) {
    code = diagnostic.code.rawValue
    severity = diagnostic.severity.rawValue
    message = printer.sentence(diagnostic)
    help = printer.help(diagnostic)
    guard let place = diagnostic.place else { return }
    file = place.file.name
    let (start, end) = (place.start, place.end)
    region = Region(
      line: start.line, column: start.column, endLine: end.line, endColumn: end.column,
      offset: place.range.lowerBound, length: place.range.count)
  }
  private enum CodingKeys: CodingKey { case code, severity, message, help, file, region }

  /// What is not there is `null`; a synthesized coding would leave out its key.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(code, forKey: .code)
    try container.encode(severity, forKey: .severity)
    try container.encode(message, forKey: .message)
    try container.encode(help, forKey: .help)
    try container.encode(file, forKey: .file)
    try container.encode(region, forKey: .region)
  }
}
