import Diagnostics
import Foundation
import Questionnaire
import Testing

/// Keeps `docs/questionnaire.schema.json`, which editors check with, and the loader together.
@Suite("The schema for editors") struct SchemaTests {
  /// Where an object of the schema stands in a model: its name in `$defs` (empty for the whole
  /// file) and a model in which `•` stands for the entries of the object.
  static let places: [(object: String, model: String)] = [
    ("", "•"), ("scoring", "scoring: {•}"), ("scale", "scoring: {points: {•}}"),
    ("reportingScale", "scoring: {scale: {•}}"), ("bestOf", "scoring: {roll_up: {•}}"),
    ("aspects", "scoring: {aspects: {•}}"), ("aspect", "scoring: {aspects: {of: [{•}]}}"),
    ("practicePolicy", "scoring: {practices: {•}}"),
    ("form", "forms: [{•}]"), ("profileQuestion", "profile: [{•}]"),
    ("peers", "peers: {•}"), ("classifier", "peers: {classifier: {•}}"),
    ("peerBands", "peers: {size: {•}}"),
    ("node", "capacities: [{•}]"), ("node", "capacities: [{parts: [{•}]}]"),
    ("scoreCap", "capacities: [{caps: [{•}]}]"),
    ("question", "capacities: [{questions: [{•}]}]"),
    ("scale", "capacities: [{questions: [{scale: {•}}]}]"),
    ("practice", "capacities: [{questions: [{practice: {•}}]}]"),
    ("effort", "profile: [{improve: {•}}]"),
    ("constraint", "profile: [{require: [{•}]}]"), ("evidence", "profile: [{evidence: {•}}]"),
    ("choice", "profile: [{answer: {single: [{•}]}}]"),
    ("limitedChoices", "profile: [{answer: {multiple: {•}}}]"),
    ("points", "capacities: [{questions: [{answer: integer, points: {•}}]}]"),
    ("band", "capacities: [{questions: [{answer: integer, points: [{•}]}]}]"),
    ("linear", "capacities: [{questions: [{answer: integer, points: {linear: {•}}}]}]"),
    ("capabilityLevel", "capability_levels: [{•}]"), ("level", "levels: [{•}]"),
    ("thresholds", "levels: [{requires: {•}}]"),
    ("practiceQuotas", "levels: [{requires: {practices: {•}}}]"),
    ("atLeast", "levels: [{requires: {practices: {must: {•}}}}]"),
    ("levelCap", "level_caps: [{•}]"),
    ("condition", "levels: [{gates: [{•}]}]"), ("condition", "checks: [{conditions: [{•}]}]"),
    ("check", "checks: [{•}]"), ("recommendation", "recommendations: [{•}]"),
  ]

  /// The kinds of answer that take options besides a list.
  static let kindsWithOptions = [
    "yes_no", "integer", "number", "percent", "money", "year", "date", "text",
  ]

  /// Every key the schema knows anywhere, tried in every object: the loader refuses it exactly
  /// where the schema has no such key. The value `{}` fits no key; only what is said of the key
  /// matters.
  @Test("has the loader's keys in every object") func keys() throws {
    let schema = try Schema()
    let options = Self.kindsWithOptions.map { kind in
      (keys: schema.keys(ofKind: kind), model: "profile: [{answer: {\(kind): {•}}}]")
    }
    let objects =
      Self.places.map { (keys: schema.keys(of: $0.object), model: $0.model) } + options
    let all = objects.reduce(into: Set<String>()) { $0.formUnion($1.keys) }
    for object in objects {
      // In the whole file and in the profile keys disturb each other; elsewhere all are tried at once.
      let together = !["•", "profile: [{•}]"].contains(object.model)
      let refused =
        together
        ? Self.refused(among: all, in: object.model)
        : all.filter { Self.refused(among: [$0], in: object.model).contains($0) }
      let known = all.subtracting(refused)
        .union(object.model == "•" ? ["languages"] : [])
      #expect(known == object.keys, "\(object.model)")
    }
  }

  /// The other direction: no key that the loader reads is missing from the schema altogether.
  @Test("lacks no key that the loader asks for") func nothingMissing() throws {
    let folder = Repository.root.appending(path: "Sources/Questionnaire/Loading")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    let asking =
      /\.(?:node|required|requiredScalar|requiredText|scalar|text|number|integer|bool|option|list)\("(\w+)"/
    let asked = try files.reduce(into: Set<String>()) { asked, file in
      let source = try String(contentsOf: file, encoding: .utf8)
      asked.formUnion(source.matches(of: asking).map { String($0.output.1) })
    }
    let schema = try Schema()
    var known = Set(Self.places.flatMap { schema.keys(of: $0.object) })
    for kind in Self.kindsWithOptions { known.formUnion(schema.keys(ofKind: kind)) }
    #expect(asked.count > 60)
    #expect(asked.subtracting(known) == [])
  }

  @Test("knows the loader's kinds of answer") func kinds() throws {
    let findings = Questionnaire.load(SourceFile(name: "m", text: "profile: [{answer: []}]"))
      .diagnostics.filter { $0.code.rawValue == "questionnaire.one-kind" }
    #expect(findings.compactMap { $0.arguments["known"] } == [.list(try Schema().kinds)])
  }

  /// What the loader offers instead of a word that it does not know are the schema's words.
  @Test("has the loader's words") func words() throws {
    let schema = try Schema()
    var enumerations = 0
    for place in Self.places {
      for (key, words) in schema.words(of: place.object) {
        let value = key == "asked_of" ? "[zzzz]" : "zzzz"
        let model = place.model.replacing("•", with: "\(key): \(value)")
        let offered = Questionnaire.load(SourceFile(name: "m", text: model)).diagnostics
          .filter { $0.code.rawValue == "questionnaire.invalid-option" }
          .compactMap { $0.arguments["known"] }
        #expect(offered == [.list(words)], "\(place.model) \(key)")
        enumerations += 1
      }
    }
    #expect(enumerations == 12)
  }

  @Test("reserves the loader's words") func reserved() throws {
    let words = try Schema().reserved + ["zzzz"]
    let free = words.filter { word in
      let source = SourceFile(name: "m", text: "profile: [{id: \(word)}]")
      return !Questionnaire.load(source).diagnostics
        .contains { $0.code.rawValue == "questionnaire.reserved-id" }
    }
    #expect(free == ["zzzz"])
  }

  @Test(
    "is named by the shipped models",
    arguments: ["cluster-maturity.yaml", "examples/team-retrospective.yaml"])
  func named(_ name: String) throws {
    let file = Repository.root.appending(path: "questionnaires/\(name)")
    let text = try String(contentsOf: file, encoding: .utf8)
    let mark = "# yaml-language-server: $schema="
    let first = try #require(text.split(separator: "\n").first)
    #expect(first.hasPrefix(mark))
    let path = String(first.dropFirst(mark.count))
    let schema = file.deletingLastPathComponent().appending(path: path).standardizedFileURL
    #expect(schema.path() == Schema.url.standardizedFileURL.path())
  }

  /// The keys of which the loader says that they may not stand at •.
  private static func refused(among keys: Set<String>, in model: String) -> Set<String> {
    let entries = keys.sorted().map { "\($0): {}" }.joined(separator: ", ")
    let text = model == "•" ? keys.sorted().map { "\($0): {}\n" }.joined() : entries
    let source = SourceFile(
      name: "m", text: "languages: [en]\n" + model.replacing("•", with: text))
    return Questionnaire.load(source).diagnostics.reduce(into: []) { refused, finding in
      switch finding.code.rawValue {
      case "questionnaire.unknown-key", "questionnaire.undeclared-language", "yaml.duplicate-key":
        if case .text(let name)? = finding.arguments["name"] { refused.insert(name) }
      case "questionnaire.profile-points": refused.formUnion(keys)
      default: break
      }
    }
  }
}

private enum Repository {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}

/// The schema, as far as the tests read it.
private struct Schema {
  static let url = Repository.root.appending(path: "docs/questionnaire.schema.json")

  private let root: [String: Any]
  private let definitions: [String: Any]

  init() throws {
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: Self.url))
    root = try #require(json as? [String: Any])
    definitions = try #require(root["$defs"] as? [String: Any])
  }

  /// The keys of an object of `$defs`, of all its forms where it has several.
  func keys(of name: String) -> Set<String> {
    let object = name.isEmpty ? root : Self.object(definitions[name])
    let forms = (object["oneOf"] as? [Any] ?? []).map { Self.object($0) } + [object]
    return Set(forms.flatMap { Self.object($0["properties"]).keys })
  }

  /// The options of a kind of answer.
  func keys(ofKind name: String) -> Set<String> {
    let options = forms.compactMap { Self.object($0["properties"])[name] }.first
    return Set(Self.object(Self.object(options)["properties"]).keys)
  }

  /// The kinds of answer, in order.
  var kinds: [String] { forms.flatMap { Self.object($0["properties"]).keys } }

  private var forms: [[String: Any]] {
    (Self.object(definitions["answer"])["oneOf"] as? [Any] ?? []).map { Self.object($0) }
  }

  /// The keys of an object that take one of several words, or a list of them, with the words.
  func words(of name: String) -> [(key: String, words: [String])] {
    let object = name.isEmpty ? root : Self.object(definitions[name])
    return Self.object(object["properties"]).sorted { $0.key < $1.key }.compactMap { key, value in
      let value = Self.object(value)
      let words = value["enum"] ?? Self.object(value["items"])["enum"]
      return (words as? [String]).map { (key, $0) }
    }
  }

  /// The identifiers that a question cannot have.
  var reserved: [String] {
    let identifier = Self.object(definitions["questionIdentifier"])
    return Self.object(identifier["not"])["enum"] as? [String] ?? []
  }

  private static func object(_ value: Any?) -> [String: Any] { value as? [String: Any] ?? [:] }
}
