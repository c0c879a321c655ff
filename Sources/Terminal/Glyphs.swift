/// The signs that lines and bars are drawn with.
public struct Glyphs: Sendable, Hashable {
  /// What rules under table heads are made of.
  public var rule: String
  /// A bar's last cell by how much of it is filled, from the least; the last one is a full cell.
  public var cells: [String]
  /// An empty cell of a bar.
  public var empty: String
  /// Values from the least to the greatest, one cell each.
  public var sparks: [String]
  /// A value that is missing.
  public var missing: String
  /// What joins the lines of a tree.
  public var joints: Joints
  /// Where a line goes on before what is shown of it.
  public var cutBefore: String
  /// Where a line goes on behind what is shown of it.
  public var cutBehind: String
  /// What stands before the places of a list.
  public var list: ListSigns

  /// The signs of lists that one chooses from. Those of a kind are equally wide.
  public struct ListSigns: Sendable, Hashable {
    /// Before the place where one stands.
    public var marker: String
    /// Before the one that is chosen, where only one can be.
    public var chosen: String
    /// Before one that is not.
    public var unchosen: String
    /// Before each that is chosen, where several can be.
    public var ticked: String
    /// Before each that is not.
    public var unticked: String
  }

  /// What stands before the lines of a tree, all equally wide.
  public struct Joints: Sendable, Hashable {
    /// Before a branch that others follow.
    public var next: String
    /// Before the last branch.
    public var last: String
    /// Where a branch above goes on.
    public var through: String
    /// Where none does.
    public var nothing: String
  }

  /// Box drawing and block elements; bars are exact to an eighth of a cell.
  public static let unicode = Glyphs(
    rule: "─", cells: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"], empty: " ",
    sparks: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"], missing: "·",
    joints: Joints(next: "├─ ", last: "└─ ", through: "│  ", nothing: "   "),
    cutBefore: "‹", cutBehind: "›",
    list: ListSigns(marker: "›", chosen: "●", unchosen: "○", ticked: "[✓]", unticked: "[ ]"))

  /// Signs that every terminal has; bars are exact to a cell, values are shown as digits.
  public static let ascii = Glyphs(
    rule: "-", cells: ["#"], empty: ".", sparks: (0...9).map(String.init), missing: "?",
    joints: Joints(next: "|- ", last: "`- ", through: "|  ", nothing: "   "),
    cutBefore: "<", cutBehind: ">",
    list: ListSigns(marker: ">", chosen: "(*)", unchosen: "( )", ticked: "[x]", unticked: "[ ]"))

  /// The signs that the locale can show: ASCII where it names another character set than UTF-8.
  ///
  /// Of `LC_ALL`, `LC_CTYPE` and `LANG` the first that is not empty decides. Where none is set
  /// nothing speaks against UTF-8, which the texts of the program are written in anyway.
  public static func shown(environment: [String: String]) -> Glyphs {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy
      .compactMap { environment[$0] }
      .first { !$0.isEmpty }
    guard let locale = locale?.lowercased() else { return unicode }
    return locale.contains("utf-8") || locale.contains("utf8") ? unicode : ascii
  }
}
