public import Diagnostics
import Numbers
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
  private var capacityIdentifiers = IdentifierTable()
  private var checkIdentifiers = IdentifierTable()

  init(reader: ModelReader) { self.reader = reader }

  mutating func draft(_ root: Node) -> Draft? {
    guard var mapping = MappingReader(root, reader) else { return nil }
    var draft = Draft()
    header(&mapping, &draft)
    draft.scoring = mapping.node("scoring").map { scoring($0) } ?? ScoringPolicy()
    draft.forms = mapping.list("forms").compactMap { form($0) }

    var questions = mapping.list("profile").compactMap { question($0, capacity: nil) }
    draft.profile = 0..<questions.count
    var sections: [(mapping: MappingReader, place: Place, questions: Range<Int>)] = []
    for node in mapping.list("capacities") {
      guard var section = MappingReader(node, reader) else { continue }
      let identifier = section.requiredScalar("id")
      _ = capacityIdentifiers.add(identifier, reader)
      let start = questions.count
      let capacity = sections.count
      _ = section.required("questions")
      questions += section.list("questions").compactMap { question($0, capacity: capacity) }
      sections.append((section, identifier?.place ?? section.head, start..<questions.count))
    }
    let checkNodes = mapping.list("checks")
    for node in checkNodes {
      _ = checkIdentifiers.add(node["id"]?.scalar, reader)
    }

    var expressions = ExpressionReader(
      questions: questions.map { ($0.id, $0.kind?.kind) }, capacities: capacityIdentifiers.names,
      checks: checkIdentifiers.names)
    draft.slots = expressions.slots
    for (index, question) in questions.enumerated() {
      draft.indexOfQuestion[question.id] = index
      draft.questions.append(
        question.question(
          index: index, policy: draft.scoring, forms: formIdentifiers, &expressions))
    }
    draft.nodes = sections.enumerated().map { index, section in
      node(
        section.mapping, index, at: section.place, questions: section.questions,
        rule: draft.scoring.nodes)
    }
    var rules = RuleReader(
      reader: reader, nodes: capacityIdentifiers, expressions: expressions)
    draft.levels = rules.levels(mapping.list("levels"))
    draft.checks = rules.checks(checkNodes, identifiers: checkIdentifiers.names)
    draft.recommendations = rules.recommendations(mapping.list("recommendations"))
    mapping.finish()
    if questions.isEmpty { reader.report(.noQuestions, at: mapping.head) }
    return draft
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
    _ = mapping.scalar("source")
    draft.periodUnit = mapping.option("period") ?? .year
  }

  private func scoring(_ node: Node) -> ScoringPolicy {
    var policy = ScoringPolicy()
    guard var mapping = MappingReader(node, reader) else { return policy }
    if let node = mapping.node("points") {
      policy.points = scale(node, standard: .points) ?? policy.points
    }
    policy.nodes.unanswered = mapping.option("unanswered") ?? policy.nodes.unanswered
    policy.nodes.noData = mapping.option("no_data") ?? policy.nodes.noData
    policy.nodes.notApplicable = mapping.option("not_applicable") ?? policy.nodes.notApplicable
    if let node = mapping.node("minimum_coverage"), let value = reader.rational(node) {
      policy.nodes.minimumCoverage = value
      if value < 0 || value > 100 { reader.report(.thresholdOutOfRange, at: node.place) }
    }
    policy.total = policy.nodes
    if let word = mapping.option("roll_up", RollUpWord.self) { policy.nodes.rollUp = word.rollUp }
    if let word = mapping.option("total", RollUpWord.self) { policy.total.rollUp = word.rollUp }
    mapping.finish()
    return policy
  }

  private func scale(_ node: Node, standard: Scale) -> Scale? {
    guard var mapping = MappingReader(node, reader) else { return nil }
    let from = mapping.number("from").map { Rational($0) } ?? standard.from
    let to = mapping.number("to").map { Rational($0) } ?? standard.to
    mapping.finish()
    if from < to, let scale = Scale(from: from, to: to) { return scale }
    reader.report(.scaleReversed, at: node.place)
    return nil
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

  private mutating func question(_ node: Node, capacity: Int?) -> QuestionDraft? {
    QuestionDraft(node, capacity: capacity, identifiers: &questionIdentifiers, reader)
  }

  private func node(
    _ mapping: MappingReader, _ index: Int, at place: Place, questions: Range<Int>, rule: ScoreRule
  ) -> ScoreNode {
    var mapping = mapping
    let node = ScoreNode(
      node: index, capacity: index, parent: nil, depth: 0, children: [],
      id: capacityIdentifiers.names[index], code: mapping.scalar("code")?.text,
      title: mapping.requiredText("title"), about: mapping.text("about"),
      weight: reader.weight(mapping.node("weight")), questions: questions, ownQuestions: questions,
      rule: rule, path: nil, place: place)
    mapping.finish()
    return node
  }
}

private enum RollUpWord: String, CaseIterable {
  case mean
  case minimum

  var rollUp: RollUp { self == .mean ? .mean : .minimum }
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
