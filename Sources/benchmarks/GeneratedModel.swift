/// Models of any size in the shapes that hurt questionnaire engines.
enum GeneratedModel {
  enum Shape: String, CaseIterable {
    /// No conditions at all.
    case plain
    /// Every question depends on the first of its block of ten.
    case blocks
    /// Every question depends on the very first one.
    case fan
    /// Every question depends on the one before it.
    case chain
  }

  /// The text of a model with so many scored questions in capacities of a hundred.
  static func text(questions: Int, shape: Shape) -> String {
    var text = """
      questionnaire: generated
      version: 1.0.0
      languages: [lt, en]
      title: {lt: Sugeneruotas, en: Generated}
      capacities:

      """
    for number in 0..<questions {
      if number % 100 == 0 {
        text += """
            - id: capacity_\(number / 100)
              title: {lt: Pajėgumai \(number / 100), en: Capacity \(number / 100)}
              questions:

          """
      }
      text += """
              - id: question_\(number)
                ask: {lt: Ar nariai kartu planuoja veiklą Nr. \(number)?, en: "Do members plan activity \(number) together?"}
                answer: yes_no
                weight: \(number % 3 + 1)

        """
      let condition: Int? =
        switch shape {
        case .plain: nil
        case .blocks: number % 10 == 0 ? nil : number - number % 10
        case .fan: number == 0 ? nil : 0
        case .chain: number == 0 ? nil : number - 1
        }
      if let condition { text += "        show_if: question_\(condition) == 'yes'\n" }
    }
    return text
  }
}
