import CEL
import Diagnostics
import TestKit
import Testing

@Suite("Warnings about expressions")
struct WarningTests {
  private static let points: Cautions = .integerDivision
  private static let shown: Cautions = [.trueUnanswered, .negativeComparison]
  private static let gate: Cautions = [.trueUnanswered, .trueWithoutAnswers]

  /// Where it stands, the expression with the places of its warnings marked, the warnings.
  static let rows: [(Cautions, String, String)] = [
    // Divisions: only of whole numbers, only in points, not where the rest is dropped on purpose.
    (points, "⟦members / step⟧ * 100", "integer-division"),
    (points, "1 + ⟦members * 100 / 5⟧", "integer-division suggestion=/ 5.0"),
    (points, "⟦members / 2⟧ / 2.0", "integer-division suggestion=/ 2.0"),
    (points, "⟦members / 2⟧ / step", "integer-division suggestion=/ 2.0"),
    (points, "max(⟦members / 2⟧, share)", "integer-division suggestion=/ 2.0"),
    (points, "members / 2.0 + share / members + 2.0 * members / step", ""),
    (points, "int(members / 5) + 6 / 2 + members % 5", ""),
    (gate, "members / step > 1", ""),
    // True while nothing is answered.
    (shown, "⟦coalesce(members, 0) != 1⟧", "true-unanswered"),
    (shown, "⟦!(answered(members) && members == 1)⟧", "true-unanswered"),
    (shown, "⟦answered(members) ? members > 3 : active || true⟧", "true-unanswered"),
    (shown, "!answered(members) || members != 1", ""),
    (shown, "answered(members) ? members > 3 : true", ""),
    (shown, "!answered(members) && countAnswered([step, share]) < 2", ""),
    (shown, "answered(members) || active", ""), (shown, "1 + 1 == 2", ""),
    (gate, "⟦!answered(members)⟧", "true-unanswered"),
    (gate, "⟦countAnswered([members, step]) < 2⟧", "true-unanswered"),
    (gate, "⟦coalesce(active, true)⟧", "true-unanswered"),
    (gate, "!answered(members) || members >= 5", ""), (gate, "members != 1", ""),
    ([], "coalesce(members, 0) != 1", ""),
    // Everything but a value.
    (shown, "⟦members != 1⟧", "negative-comparison name=members"),
    (shown, "active && ⟦'yes' != strategy⟧", "negative-comparison name=strategy"),
    (
      shown, "!(active && ⟦strategy == 'yes'⟧) || !(⟦'fairs' in services⟧)",
      "negative-comparison name=strategy; negative-comparison name=services"
    ),
    (shown, "!(⟦strategy in ['yes', 'no']⟧)", "negative-comparison name=strategy"),
    (shown, "⟦members != 1⟧ && members != 2", "negative-comparison name=members"),
    (shown, "answered(members) && members != 1", ""),
    (shown, "!(members != 1) && members != step && !(members > 3)", ""),
    // Decided by the bounds.
    ([], "⟦step > 5⟧", "never-true name=step range=1–5"),
    ([], "active || ⟦0 < step⟧", "always-true name=step range=1–5"),
    ([], "⟦step == 6⟧", "never-true name=step range=1–5"),
    (shown, "⟦step != 6⟧", "always-true name=step range=1–5"),
    ([], "⟦step != 0.5⟧", "always-true name=step range=1–5"),
    ([], "⟦age < 0⟧", "never-true name=age range=≥ 0"),
    ([], "⟦age >= 0.0⟧", "always-true name=age range=≥ 0"),
    ([], "step > 4 && step >= 5 && step < 5 && step <= 4 && step == 1 && age > 0 && age < 1e9", ""),
    ([], "step > members && step + 1 > 6", ""),
  ]

  @Test("stand where something was probably meant otherwise")
  func places() {
    var environment = SampleModel.environment(.survey)
    let bounds = ValueBounds(minimum: 1, maximum: 5)
    environment.declare("step", .int, slot: Slot(index: 11), bounds: bounds)
    environment.declare(
      "age", .double, slot: Slot(index: 12), bounds: ValueBounds(minimum: 0, maximum: nil))
    for (cautions, source, findings) in Self.rows {
      let marked = Marked(source)
      let file = SourceFile(name: "<expression>", text: marked.text)
      var expectation = CEL.Expectation.any
      expectation.cautions = cautions
      let checked = environment.compile(
        marked.text, place: { Place(file, $0) }, expecting: expectation)
      #expect(SampleModel.describe(checked.diagnostics) == findings, "\(source)")
      #expect(checked.diagnostics.map(\.place?.range) == marked.ranges, "\(source)")
      #expect(checked.value != nil, "\(source)")
      #expect(!checked.hasErrors, "\(source)")
    }
  }
}
