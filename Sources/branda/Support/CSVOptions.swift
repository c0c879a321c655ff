import ArgumentParser
import Language
import Rendering

/// How rows are written.
struct CSVOptions: ParsableArguments {
  @Flag(help: .text("option.report-excel"))
  var excel = false

  var renderer: CSVRenderer { CSVRenderer(for: excel ? .spreadsheets : .programs) }
}
