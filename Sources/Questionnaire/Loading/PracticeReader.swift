import Diagnostics
import Numbers
import YAML

extension Diagnostic.Code {
  static let practiceUndecided = Self("questionnaire.practice-undecided")
  static let metWithoutPractice = Self("questionnaire.met-without-practice")
}

/// Reads what questions ask for as something that is done or not.
struct PracticeReader {
  let reader: ModelReader
  let levels: IdentifierTable
  let capabilityLevels: IdentifierTable
  /// All questions of the model.
  let questions: IdentifierTable
  /// Those that have a practice.
  let practices: Set<String>

  func practice(
    _ node: Node, of question: Int, points: PointsRule, _ expressions: inout ExpressionReader
  ) -> Practice? {
    guard var mapping = MappingReader(node, reader) else { return nil }
    let level = mapping.scalar("level").flatMap { self.level($0) }
    let strength = mapping.option("strength", Practice.Strength.self) ?? .must
    let conditionNode = mapping.node("if")
    let condition = expressions.expression(conditionNode, .practice(question: question), reader)
    let after = mapping.list("after").compactMap { element -> Int? in
      guard let scalar = reader.scalar(element) else { return nil }
      if practices.contains(scalar.text) { return questions.index(of: scalar.text) }
      reader.reportUnknown(
        .unknownReference, scalar.text, at: scalar.place, among: practices.sorted(),
        ["what": .phrase("reference.practice")])
      return nil
    }
    mapping.finish()
    if conditionNode == nil {
      switch points {
      case .unscored, .met: reader.report(.practiceUndecided, at: node.place)
      default: break
      }
    }
    return Practice(
      level: level, strength: strength, condition: condition,
      after: Array(Set(after)).sorted(), place: node.place)
  }

  private func level(_ scalar: Scalar) -> PracticeLevel? {
    if let index = capabilityLevels.index(of: scalar.text) { return .capability(index + 1) }
    if let index = levels.index(of: scalar.text) { return .level(index + 1) }
    reader.reportUnknown(
      .unknownReference, scalar.text, at: scalar.place,
      among: (capabilityLevels.names + levels.names).filter { !$0.hasPrefix("?") },
      ["what": .phrase("reference.level")])
    return nil
  }
}
