import Clusters
import Documents
import Language
import Planning
import Questionnaire
import Scoring
import Wording

extension Document {
  /// The least improvements that attain the next level; nothing at the top.
  mutating func addPlan(_ reported: ReportedCluster, _ words: Words) {
    guard let plan = reported.plan else { return }
    let texts = words.texts
    let level = plan.before.questionnaire.levels[plan.target]
    add(
      heading: texts("report.plan", ["level": .text(words(level.title))]), anchor: "plan")
    guard plan.before.total.value != nil else {
      // From nothing, every answer would be in the plan.
      add(paragraph: texts("report.plan.no-total"))
      return
    }
    add(paragraph: texts("report.plan.about"))
    add(plan, words, depth: 2, isHandedOn: true)
  }
}
