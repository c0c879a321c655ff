import Foundation

@testable import CEL

/// One case of the specification's conformance suite, as `conformance.jsonl` has it.
struct ConformanceCase {
  var file: String
  var name: String
  var source: String
  var container: String
  var isChecked: Bool
  var isOnlyChecked: Bool
  var declarations: [(name: String, type: CELType?)]
  var bindings: [String: Value]
  var expected: [String: Any]

  static let url = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/cel/conformance.jsonl")

  /// - Returns: `nil` when the file is not there.
  static func load() throws -> [ConformanceCase]? {
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
    return try text.split(separator: "\n").compactMap { line in
      let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return row.flatMap(ConformanceCase.init)
    }
  }

  private init?(_ row: [String: Any]) {
    func text(_ key: String) -> String { row[key] as? String ?? "" }
    file = text("file")
    name = text("section") + "/" + text("name")
    source = text("expr")
    container = text("container")
    isChecked = !(row["disable_check"] as? Bool ?? false)
    isOnlyChecked = row["check_only"] as? Bool ?? false
    let environment = row["type_env"] as? [[String: Any]] ?? []
    declarations = environment.map {
      ($0["name"] as? String ?? "", ($0["ident"] as? [Any]).flatMap(Self.type))
    }
    bindings = (row["bindings"] as? [String: [String: Any]] ?? [:]).compactMapValues(Self.value)
    expected = row["expected"] as? [String: Any] ?? [:]
  }

  /// Whether the case passes, read strictly.
  func passes(_ profile: Profile) -> Bool {
    var environment = Environment(profile: profile)
    environment.container = container
    var slots: [Value] = []
    for declaration in declarations {
      guard let type = declaration.type else { return false }
      let slot = Slot(index: slots.count)
      environment.declare(declaration.name, type, slot: slot)
      slots.append(bindings[declaration.name] ?? .unknown(UnknownSet(slot)))
    }
    let compiled = environment.compile(source, expecting: .any, isChecked: isChecked)
    guard let program = compiled.program else { return false }
    switch expected["kind"] as? String {
    case "value": return matches(program.evaluate(slots))
    case "typed":
      guard let type = (expected["type"] as? [Any]).flatMap(Self.type), type == program.type else {
        return false
      }
      return isOnlyChecked || matches(program.evaluate(slots))
    default:
      if case .error = program.evaluate(slots) { return true }
      return false
    }
  }

  private func matches(_ value: Value) -> Bool {
    guard let tagged = expected["value"] as? [String: Any], let wanted = Self.value(tagged)
    else { return false }
    return Self.areSame(wanted, value)
  }

  /// Kind and content, NaN equal to NaN, strings by code points, zeros by sign.
  private static func areSame(_ a: Value, _ b: Value) -> Bool {
    switch (a, b) {
    case (.double(let a), .double(let b)):
      return a.isNaN ? b.isNaN : a == b && a.sign == b.sign
    case (.string(let a), .string(let b)): return Array(a.utf8) == Array(b.utf8)
    case (.list(let a), .list(let b)):
      return a.count == b.count && zip(a, b).allSatisfy { areSame($0, $1) }
    case (.map(let a), .map(let b)):
      return a.count == b.count
        && a.entries.allSatisfy { entry in
          b.entries.contains { areSame(entry.key, $0.key) && areSame(entry.value, $0.value) }
        }
    case (.type(let a), .type(let b)): return a.name == b.name
    default: return a == b
    }
  }

  private static func value(_ tagged: [String: Any]) -> Value? {
    let text = tagged["v"] as? String ?? ""
    switch tagged["t"] as? String {
    case "null": return .null
    case "bool": return (tagged["v"] as? Bool).map { .bool($0) }
    case "int": return Int64(text).map { .int($0) }
    case "uint": return UInt64(text).map { .uint($0) }
    case "double": return Double(text).map { .double($0) }
    case "string": return .string(text)
    case "bytes": return Data(base64Encoded: text).map { .bytes(Array($0)) }
    case "type": return CELType.named[text].map { .type($0) }
    case "list":
      let elements = tagged["v"] as? [[String: Any]] ?? []
      let values = elements.compactMap(value)
      return values.count == elements.count ? .list(values) : nil
    case "map":
      let pairs = tagged["v"] as? [[[String: Any]]] ?? []
      let entries = pairs.compactMap { pair in
        value(pair[0]).flatMap { key in value(pair[1]).map { (key: key, value: $0) } }
      }
      return entries.count == pairs.count ? MapValue(entries).map { .map($0) } : nil
    default: return nil
    }
  }

  private static func type(_ written: [Any]) -> CELType? {
    let parameters = written.dropFirst().compactMap { ($0 as? [Any]).flatMap(type) }
    switch (written.first as? String, parameters.count) {
    case ("list", 1): return .list(parameters[0])
    case ("map", 2): return .map(parameters[0], parameters[1])
    case ("dyn", _): return .dyn
    case ("null", _): return .null
    case ("param", _): return (written.last as? String).map { .parameter($0) }
    case (let name?, 0): return CELType.named[name]
    default: return nil
    }
  }
}
