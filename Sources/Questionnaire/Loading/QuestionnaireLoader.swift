public import Diagnostics
import YAML

extension Diagnostic.Code {
  static let empty = Self("questionnaire.empty")
  static let invalidVersion = Self("questionnaire.invalid-version")
  static let noLanguage = Self("questionnaire.no-language")
  static let invalidLanguage = Self("questionnaire.invalid-language")
  static let scaleReversed = Self("questionnaire.scale-reversed")
  static let noQuestions = Self("questionnaire.no-questions")
}

extension Questionnaire {
  /// Reads and checks a model file.
  ///
  /// - Returns: The model, or `nil` when a finding is an error; and every finding, in the order of
  ///   the file.
  /// - Complexity: O(size of the file), plus the compilation of its expressions.
  public static func load(_ source: SourceFile) -> Checked<Questionnaire?> {
    let parsed = YAML.parse(source)
    guard let root = parsed.value, !parsed.hasErrors else {
      var findings = parsed.diagnostics
      if findings.isEmpty { findings = [Diagnostic(.empty, at: Place(source, 0..<0))] }
      return Checked(nil, findings.sorted)
    }
    let reader = ModelReader()
    reader.diagnostics = parsed.diagnostics
    var loader = QuestionnaireLoader(reader: reader)
    guard var draft = loader.draft(root) else { return Checked(nil, reader.diagnostics.sorted) }
    draft.digest = "sha256:" + sha256(source.bytes)
    let dependencies = DependencyGraph.build(draft.questions)
    reader.reportCycles(dependencies.cycles, draft.questions)
    reader.checkWhole(draft)
    let hasErrors = reader.diagnostics.contains { $0.severity == .error }
    let model =
      hasErrors ? nil : Questionnaire(draft, dependencies: dependencies.graph, source: source)
    return Checked(model, reader.diagnostics.sorted)
  }
}

/// Walks a model file from top to bottom: first all names, then everything that refers to them.
private struct QuestionnaireLoader {
  let reader: ModelReader
  private var formIdentifiers = IdentifierTable()
  private var questionIdentifiers = IdentifierTable()
  private var levelIdentifiers = IdentifierTable()
  private var checkIdentifiers = IdentifierTable()
  private var questions: [QuestionDraft] = []
  private var tree: NodeReader

  init(reader: ModelReader) {
    self.reader = reader
    tree = NodeReader(reader)
  }

  mutating func draft(_ root: Node) -> Draft? {
    guard var mapping = MappingReader(root, reader) else { return nil }
    var draft = Draft()
    header(&mapping, &draft)
    let scoring = mapping.node("scoring").map { reader.scoring($0) } ?? ScoringDraft()
    draft.scoring = scoring.policy
    draft.aspects = scoring.aspects
    draft.forms = mapping.list("forms").compactMap { form($0) }

    for node in mapping.list("profile") {
      let question = QuestionDraft(
        node, node: nil, capacity: nil, identifiers: &questionIdentifiers, reader)
      if let question { questions.append(question) }
    }
    draft.profile = 0..<questions.count
    tree.read(
      mapping.list("capacities"), inheriting: draft.scoring.nodes, &questions,
      &questionIdentifiers)
    if questions.isEmpty { reader.report(.noQuestions, at: mapping.head) }
    draft.indexOfQuestion = Dictionary(
      questions.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { $1 })

    let levels = mapping.list("levels")
    for node in levels { _ = levelIdentifiers.add(node["id"]?.scalar, reader) }
    var capabilityLevels = IdentifierTable()
    draft.capabilityLevels = reader.capabilityLevels(
      mapping.list("capability_levels"), &capabilityLevels, besides: levelIdentifiers)
    let checks = mapping.list("checks")
    for node in checks { _ = checkIdentifiers.add(node["id"]?.scalar, reader) }

    var expressions = ExpressionReader(
      .init(
        questions: questions.map { ($0.id, $0.kind?.kind, $0.hasPractice) },
        nodes: tree.nodes.map { ($0.id, $0.depth) }, aspects: scoring.aspects.map(\.id),
        hasCapabilityLevels: !draft.capabilityLevels.isEmpty, checks: checkIdentifiers.names))
    draft.slots = expressions.slots
    let practices = PracticeReader(
      reader: reader, levels: levelIdentifiers, capabilityLevels: capabilityLevels,
      questions: questionIdentifiers,
      practices: Set(questions.lazy.filter(\.hasPractice).map(\.id)))
    let ways = paths(draft.scoring.points)
    draft.questions = questions.enumerated().map { index, question in
      question.question(
        .init(
          index: index, points: draft.scoring.points,
          rule: question.node.map { tree.nodes[$0].rule.rule }, forms: formIdentifiers,
          aspects: scoring.aspectIdentifiers, practices: practices, ways: ways[index] ?? []),
        &expressions)
    }
    if let node = mapping.node("peers") {
      let peers = PeerReader(reader: reader, questions: draft.questions, profile: draft.profile)
      draft.peers = peers.peers(node)
    }
    let renamings = questions.flatMap { question in
      question.mapping.stated("renamed_from")?.elements.compactMap(\.scalar) ?? []
    }
    reader.reportKept(renamings, questionIdentifiers)
    draft.nodes = tree.finished(
      draft.questions, total: &draft.scoring.total, aspects: draft.aspects.count, &expressions)

    let levelReader = LevelReader(
      reader: reader, nodes: draft.nodes, nodeIdentifiers: tree.identifiers,
      total: draft.scoring.total.scale, levels: levelIdentifiers,
      capabilityLevels: capabilityLevels, questions: draft.questions)
    var rules = RuleReader(
      reader: reader, nodes: tree.identifiers,
      conditions: ConditionReader(reader: reader, expressions: expressions))
    draft.levels = levelReader.levels(levels, &rules.conditions)
    draft.levelCaps = levelReader.caps(
      mapping.list("level_caps"), &rules.conditions.expressions)
    draft.checks = rules.checks(checks, identifiers: checkIdentifiers.names)
    draft.recommendations = rules.recommendations(mapping.list("recommendations"))
    mapping.finish()
    return draft
  }

  /// Reads the decision paths.
  ///
  /// - Returns: By question what has to be answered to be led to it.
  private mutating func paths(_ scale: Scale) -> [Int: [String]] {
    var ways: [Int: [String]] = [:]
    for (index, node) in tree.nodes.enumerated() where node.rule.rule.rollUp == .path {
      var path = PathReader(reader, questions, node.ownQuestions, scale)
      tree.add(path.path(), to: index)
      ways.merge(path.ways) { $1 }
    }
    return ways
  }

  private func header(_ mapping: inout MappingReader, _ draft: inout Draft) {
    var identifiers = IdentifierTable()
    draft.id = identifiers.add(mapping.requiredScalar("questionnaire"), reader, dashes: true)
    if let version = mapping.requiredScalar("version") {
      draft.version = version.text
      let parts = version.text.split(separator: ".", omittingEmptySubsequences: false)
      if parts.count != 3 || !parts.allSatisfy({ $0.utf8.allSatisfy(isDigit) && UInt32($0) != nil })
      {
        reader.report(.invalidVersion, at: version.place, ["value": .text(version.text)])
      }
    }
    if let languages = mapping.required("languages") {
      for scalar in reader.list(languages).compactMap({ reader.scalar($0) }) {
        if reader.languages.contains(scalar.text) || !isLanguageTag(scalar.text) {
          reader.report(.invalidLanguage, at: scalar.place, ["name": .text(scalar.text)])
        } else {
          reader.languages.append(scalar.text)
        }
      }
      if reader.languages.isEmpty { reader.report(.noLanguage, at: languages.place) }
    }
    draft.languages = reader.languages
    draft.title = mapping.requiredText("title")
    draft.about = mapping.text("about")
    draft.origin = mapping.text("source")
    draft.periodUnit = mapping.option("period") ?? .year
  }

  private mutating func form(_ node: Node) -> Form? {
    guard var mapping = MappingReader(node, reader) else { return nil }
    let identifier = mapping.requiredScalar("id")
    let id = formIdentifiers.add(identifier, reader)
    let form = Form(
      id: id, title: mapping.requiredText("title"), place: identifier?.place ?? mapping.head)
    mapping.finish()
    return form
  }
}

private func isDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

/// Whether a text is a language tag such as `lt` or `pt-BR`.
///
/// Indonesian has to be written `id-ID`: the bare tag is the key of a choice's identifier.
private func isLanguageTag(_ text: String) -> Bool {
  let parts = text.split(separator: "-", omittingEmptySubsequences: false)
  guard let language = parts.first, (2...3).contains(language.utf8.count), text != "id" else {
    return false
  }
  return language.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    && parts.dropFirst().allSatisfy { part in
      (2...8).contains(part.utf8.count)
        && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
}
