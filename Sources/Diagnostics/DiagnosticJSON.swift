/// A finding as other programs read it (`branda lint --format json`), schema `branda.findings/1`.
///
/// Domain types are not encoded themselves: this is the public form, and a change here is a change
/// of a public format.
public struct EncodedDiagnostic: Encodable, Sendable {
  /// Where it stands: lines and columns from 1, columns in characters, the end behind the last one;
  /// offset and length in bytes.
  public struct Region: Encodable, Sendable {
    public var line: Int
    public var column: Int
    public var endLine: Int
    public var endColumn: Int
    public var offset: Int
    public var length: Int
  }

  public var code: String
  public var severity: String
  public var message: String
  public var help: String?
  public var file: String?
  public var region: Region?

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
}
