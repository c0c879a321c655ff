import Diagnostics
import DisplayWidth
import Results

/// The clusters that there are, by their names.
public struct ClusterNames: Sendable {
  private var byName: [String: Set<String>] = [:]
  private var identifiers: Set<String> = []

  /// No cluster.
  public init() {}

  /// Adds a cluster; it may have had several names.
  public mutating func add(_ cluster: String, name: String?) {
    identifiers.insert(cluster)
    if let name { byName[name.folded, default: []].insert(cluster) }
  }

  /// What a name stands for.
  enum Meaning: Equatable {
    case known(String)
    /// An identifier made of the name, for a cluster that there is not yet.
    case new(String)
    case ambiguous([String])
    /// An identifier made of the name is that of another cluster.
    case taken(String)
    case none
  }

  func meaning(of name: String) -> Meaning {
    let known = byName[name.folded, default: []]
    if known.count > 1 { return .ambiguous(known.sorted()) }
    if let cluster = known.first { return .known(cluster) }
    let identifier = Self.identifier(name)
    if identifier.isEmpty { return .none }
    return identifiers.contains(identifier) ? .taken(identifier) : .new(identifier)
  }

  /// Lower-case letters a–z and digits of a name, with hyphens in place of all between them.
  static func identifier(_ name: String) -> String {
    var result = ""
    for scalar in name.withoutMarks.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": result.unicodeScalars.append(scalar)
      default: if !result.isEmpty, result.last != "-" { result += "-" }
      }
    }
    result = String(result.prefix(64))
    while result.last == "-" { result.removeLast() }
    return result
  }
}
