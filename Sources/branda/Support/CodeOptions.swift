import ArgumentParser
import Comparison
import Language
import Reporting

/// Codes in place of names, and the key that leads back.
struct CodeOptions: ParsableArguments {
  @Flag(help: .text("option.anonymous"))
  var anonymous = false

  @Option(help: .text("option.key", valueName: "option.file"))
  var key: String?

  func validate() throws {
    if anonymous != (key != nil) { throw ValidationError(Texts.spoken("exit.key-missing")) }
  }

  /// The codes that stand in place of clusters, where that was asked for; then nothing in the scope
  /// names anybody.
  ///
  /// - Throws: where there are too few to hide among.
  func key(
    for clusters: [String], _ scope: inout ComparisonScope,
    minimum: Int = PeerGroups.standardMinimum, _ console: Console
  ) throws(Failure) -> KeyFile? {
    guard let key else { return nil }
    guard clusters.count >= minimum else {
      throw Failure(
        "exit.too-few-for-codes",
        ["count": .count(clusters.count), "minimum": .text(String(minimum))], exit: .usage)
    }
    let file = try KeyFile(key, adding: clusters.sorted(), console)
    scope.isAnonymous = true
    // The names of those left out would tell who is there.
    scope.leftOut = []
    return file
  }
}
