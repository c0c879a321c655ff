/// Makes the findings about names that mean nothing, for one file.
public struct UnknownNames: Sendable {
  /// Beyond so many the file is about something else than was thought, and a search for the nearest
  /// name each time would take long and help nobody.
  private static let searched = 100
  /// A long list of names helps nobody; the first dozen shows what kind of thing is meant.
  private static let listed = 12

  private var count = 0

  /// Begins with no name found so far.
  public init() {}

  /// The finding for one name, with the nearest known one where there is one, else with the first
  /// of the known.
  ///
  /// - Parameter arguments: What the sentence names beside `name`, `suggestion` and `known`.
  public mutating func finding(
    _ code: Diagnostic.Code, _ name: String, at place: Place, among known: some Collection<String>,
    _ arguments: [String: Diagnostic.Argument] = [:]
  ) -> Diagnostic {
    count += 1
    var arguments = arguments
    arguments["name"] = .text(name)
    if count <= Self.searched, let near = suggestion(for: name, among: known) {
      arguments["suggestion"] = .text(near)
      return Diagnostic(code, at: place, arguments, help: "common.did-you-mean")
    }
    let shown = known.prefix(Self.listed)
    arguments["known"] = .list(Array(shown) + (known.count > shown.count ? ["…"] : []))
    return Diagnostic(code, at: place, arguments)
  }
}
