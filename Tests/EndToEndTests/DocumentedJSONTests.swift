import Foundation
import TestKit
import Testing

/// Holds `docs/json.md` to what the program writes: every key is documented, and nothing else is.
@Suite struct DocumentedJSONTests {
  /// Runs that together write every schema; what the shipped model does not use, other models do.
  private static let runs = [
    "score alfa --results made --questionnaire MODELS", "score nemuno-maistas",
    "compare --by question --level developing",
    "compare nemuno-maistas pajurio-logistika --questionnaire next.yaml",
    "compare --for nemuno-maistas", "compare --doubt --draws 100",
    "compare --doubt --draws 100 --results made --questionnaire MODELS",
    "compare nemuno-maistas --trend", "compare --agreement", "match --groups-of 3",
    "match nemuno-maistas", "summary",
    "report nemuno-maistas -o -", "status nemuno-maistas", "verify nemuno-maistas",
    "diff questionnaires/cluster-maturity.yaml next.yaml --texts --results results",
    "lint broken.yaml", "eval 1+1", "eval x", "explain nemuno-maistas",
    "explain alfa --results made --questionnaire OPERATIONS", "plan nemuno-maistas",
    "plan saules-bendrija --to mature",
  ]

  private static let models = [
    "safe-operations", "project-badge", "supplier-safety", "rules/documented-controls",
  ].map { "questionnaires/examples/\($0).yaml" }

  @Test func everyKeyIsDocumentedAndNothingElse() throws {
    let folder = try Folder()
    try folder.linkShipped()
    let model = try folder.read("questionnaires/cluster-maturity.yaml")
    try folder.write(
      model.replacing("version: 1.0.0", with: "version: 2.0.0")
        .replacing("total: 50", with: "total: 55")
        .replacing("Name of the cluster", with: "Its name"), to: "next.yaml")
    try folder.write("questionnaire: x\nversion: 1\n", to: "broken.yaml")
    try folder.write("{}", to: "none.yaml")
    for model in Self.models {
      let fill = ["fill", model, "--cluster", "alfa", "--period", "2026", "--results", "made"]
      _ = try Program.run(fill + ["--answers", "none.yaml", "--quiet"], in: folder)
    }
    var written: [String: Shape] = [:]
    for line in Self.runs {
      let words = line.split(separator: " ").flatMap { word in
        switch word {
        case "MODELS": Self.models
        case "OPERATIONS": [Self.models[0]]
        default: [String(word)]
        }
      }
      let run = try Program.run(words + ["--format", "json", "--lang", "en"], in: folder)
      let value = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
      for document in value as? [[String: Any]] ?? [value as? [String: Any] ?? [:]] {
        let schema = try #require(document["schema"] as? String, "\(line): \(run.errors)")
        written[schema, default: Shape()].add(document)
      }
    }
    let page = try DocumentedJSON()
    #expect(Set(written.keys) == Set(page.sections.keys))
    for (schema, shape) in written {
      let undocumented = shape.keys.subtracting(page.words(for: schema))
      #expect(undocumented.isEmpty, "\(schema) writes \(undocumented.sorted())")
      let missing = page.sections[schema, default: []].subtracting(shape.keys)
        .subtracting(shape.texts).subtracting(Self.rareWords)
      #expect(missing.isEmpty, "\(schema) does not write \(missing.sorted())")
    }
  }

  /// Documented values, not keys, that these runs do not come to.
  private static let rareWords: Set = [
    // Values of every kind.
    "null", "true", "bool", "dyn", "choice", "question", "note", "warning", "unknown",
    // States, and what decided them.
    "draft", "locked", "answer", "justification", "may_be_asked", "withheld", "age", "region",
    "too_little_answered", "no_total", "dirichlet", "none", "added", "removed", "renamed",
    // What plans need and what stands against them.
    "reached", "impossible", "undecided", "practices", "capability", "level_cap", "constraint",
    "fact", "unknown_fact", "time", "members", "exhausted",
    // What explanations are of, and their rules.
    "aspect", "before_caps", "cap", "check", "comment", "path", "practice_need", "recommendation",
    "visibility", "sum", "minimum", "geometric_mean", "harmonic_mean", "median", "best", "capped",
    "quota", "outside_form", "other_respondent", "blocks",
  ]
}

/// The keys of documents, and the texts that are their values.
private struct Shape {
  private(set) var keys: Set<String> = []
  private(set) var texts: Set<String> = []

  /// What stands under these keys, where it is an object, has identifiers for keys.
  private static let maps: Set = [
    "distribution", "to_best", "percentiles", "scores", "leads", "ranks", "ahead", "aspects",
    "fields", "answered_versions", "capacities", "levels", "groups",
  ]

  mutating func add(_ value: Any, under key: String = "") {
    switch value {
    case let object as [String: Any]:
      let isMap = Self.maps.contains(key) || Set(object.keys).isSubset(of: ["lt", "en"])
      for (name, member) in object {
        if !isMap { keys.insert(name) }
        add(member, under: isMap ? "" : name)
      }
    // An array of objects has none for keys.
    case let array as [Any]: for member in array { add(member) }
    case let text as String: texts.insert(text)
    default: break
    }
  }
}

/// What `docs/json.md` says under which schema.
private struct DocumentedJSON {
  /// The words set as code, by schema.
  private(set) var sections: [String: Set<String>] = [:]
  /// Other schemas that a section names, whose keys it need not repeat.
  private var named: [String: Set<String>] = [:]

  init() throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs/json.md")
    let page = try String(contentsOf: url, encoding: .utf8)
    for section in page.components(separatedBy: "\n## ").dropFirst() {
      guard let schema = section.firstMatch(of: #/^`(branda\.[a-z]+/1)`/#)?.output.1 else {
        continue
      }
      let code = section.matches(of: #/`([^`\n]+)`/#).map { String($0.output.1) }
      named[String(schema)] = Set(code.filter { $0.hasPrefix("branda.") })
      sections[String(schema)] = Set(
        code.map { $0.replacing("[]", with: "") }
          .filter { $0.wholeMatch(of: #/[a-z][a-z0-9_.]*/#) != nil }
          .flatMap { $0.components(separatedBy: ".") })
    }
  }

  /// Everything said of a schema: in its own section, and in those that it names.
  func words(for schema: String) -> Set<String> {
    var (open, seen) = ([schema], Set<String>())
    while let next = open.popLast() {
      if seen.insert(next).inserted { open += named[next] ?? [] }
    }
    return seen.reduce(["schema"]) { $0.union(sections[$1] ?? []) }
  }
}
