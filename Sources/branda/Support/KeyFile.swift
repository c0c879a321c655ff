import Comparison
import Diagnostics
import DisplayWidth
import Language
import Results

/// The file that says whose the codes are: a line for each, `code,cluster`.
struct KeyFile {
  let path: String
  private(set) var pseudonyms: Pseudonyms

  private static let head = "code,cluster"

  /// Reads a key, gives codes to clusters that have none, and writes it back where it has changed. That
  /// it has stood for other clusters before is told: two selections under the same codes tell who makes
  /// the difference.
  ///
  /// - Throws: when there is a file that is no key: it is never written over.
  init(_ path: String, adding clusters: [String], _ console: Console) throws(Failure) {
    self.path = path
    pseudonyms = try Self.read(path, console)
    let known = Set(pseudonyms.clusters.values)
    if !known.isEmpty, known != Set(clusters) {
      console.say("compare.key-other-selection", ["file": .text(path.madeVisible)])
    }
    var random = SystemRandomNumberGenerator()
    guard pseudonyms.add(clusters, using: &random) else { return }
    let lines = pseudonyms.clusters.sorted { $0.value < $1.value }.map { $0.key + "," + $0.value }
    try Files.write(
      ([Self.head] + lines).joined(separator: "\n") + "\n", to: path, isPrivate: true)
    console.say("compare.key-written", ["file": .text(path.madeVisible)])
  }

  func code(of cluster: String) -> String { pseudonyms.code(of: cluster) ?? "" }

  private static func read(_ path: String, _ console: Console) throws(Failure) -> Pseudonyms {
    let file: SourceFile
    do {
      file = try Files.read(path)
    } catch {
      guard error.name == "exit.no-file", let empty = Pseudonyms() else { throw error }
      return empty
    }
    var clusters: [String: String] = [:]
    let lines = String(decoding: file.bytes, as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (number, line) in lines.enumerated() where number > 0 && !line.isEmpty {
      let parts = line.split(separator: ",", omittingEmptySubsequences: false)
      guard parts.count == 2, let code = parts.first, let cluster = parts.last,
        Pseudonyms.isCode(code), AssessmentKey.isClusterIdentifier(String(cluster)),
        clusters.updateValue(String(cluster), forKey: String(code)) == nil
      else { throw invalid(path, number + 1) }
    }
    guard lines.first == head[...], let pseudonyms = Pseudonyms(clusters) else {
      throw invalid(path, 1)
    }
    return pseudonyms
  }

  private static func invalid(_ path: String, _ line: Int) -> Failure {
    Failure(
      "exit.not-a-key", ["file": .text(path.madeVisible), "line": .text(String(line))],
      exit: .badData)
  }
}
