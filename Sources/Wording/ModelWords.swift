import Language
import Numbers
public import Questionnaire

/// Parts of a model by what people call them.
extension Words {
  /// The title of a model and which version it is.
  public func model(_ questionnaire: Questionnaire) -> String {
    texts(
      "report.model",
      ["title": .text(self(questionnaire.title)), "version": .text(questionnaire.version)])
  }

  /// The number of a question people know, and the question: `HUM-01 Who runs the cluster?`
  public func question(_ question: Question) -> String {
    question.code.map { $0 + " " + self(question.ask) } ?? self(question.ask)
  }

  /// How urgent advice is.
  public func priority(_ priority: Recommendation.Priority) -> String {
    texts("priority.\(priority.rawValue)")
  }

  /// Advice, the most urgent first, else in the order of the model.
  public func byPriority(_ recommendations: [Recommendation]) -> [Recommendation] {
    Recommendation.Priority.allCases.flatMap { priority in
      recommendations.filter { $0.priority == priority }
    }
  }

  /// The name of a text that speaks of “at least” or “at most”, which change places where the worst
  /// number is the greatest.
  public func words(_ name: String, on scale: Scale) -> String {
    scale.from < scale.to ? name : name + ".falling"
  }

  /// So many practices of a strength.
  public func words(of quota: Quota, _ strength: Practice.Strength) -> String {
    let marked = TextArgument.text(texts("strength.\(strength.rawValue)"))
    return switch quota {
    case .count(let count):
      texts("score.need-quota-count", ["strength": marked, "count": .text(String(count))])
    case .share(let share):
      texts("score.need-quota-share", ["strength": marked, "share": .text(self.share(share))])
    }
  }
}
