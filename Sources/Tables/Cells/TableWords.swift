/// Words that cells may say in place of an answer's own notation, in all languages of the program.
///
/// The room knows no language: whoever reads a table brings the words along.
public struct TableWords: Sendable {
  let yes: Set<String>
  let no: Set<String>
  let notApplicable: Set<String>
  let noData: Set<String>

  /// Case and the marks of letters make no difference.
  public init(yes: [String], no: [String], notApplicable: [String], noData: [String]) {
    self.yes = Set((yes + ["yes", "y", "true", "1", "checked", "x"]).map(\.folded))
    self.no = Set((no + ["no", "n", "false", "0", "unchecked", "not selected"]).map(\.folded))
    self.notApplicable = Set((notApplicable + ["not_applicable"]).map(\.folded))
    self.noData = Set((noData + ["no_data"]).map(\.folded))
  }
}
