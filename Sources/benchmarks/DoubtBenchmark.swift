internal import Comparison
internal import Interview
internal import Questionnaire
internal import Scoring

/// Draws weights for the generated model that rivals draw for, too.
func benchmarkDoubt() {
  print("Ranks under drawn weights: 500 clusters, 60 indicators, one answer in ten missing")
  guard let subject = DoubtSubject() else { return }
  for (name, doubt) in DoubtSubject.doubts {
    for draws in [1_000, 10_000] {
      let (one, all) = (
        subject.time(doubt, draws, isParallel: false), subject.time(doubt, draws, isParallel: true)
      )
      print("  \(draws) draws, \(name): \(written(all)), on one core \(written(one))")
    }
  }
  let planning = best { _ = try? subject.draw(.noise(share: 0.25), 100, isParallel: true) }
  print("  of which laying out the answers, with 100 draws: \(written(planning))")
}

/// A line for each doubt: its name and the milliseconds of 10,000 draws.
func doubtTimes() -> String {
  guard let subject = DoubtSubject() else { return "" }
  return DoubtSubject.doubts.map { name, doubt in
    "\(name) \(subject.time(doubt, 10_000, isParallel: true))\n"
  }.joined()
}

private struct DoubtSubject {
  static let doubts: [(name: String, WeightDoubt)] = [
    ("noise", .noise(share: 0.25)), ("dirichlet", .dirichlet(concentration: 100)),
  ]

  let tree: RollUpTree
  let scores: [AssessmentScore]

  init?() {
    guard let model = BulkModel.load(areas: 4) else { return nil }
    tree = RollUpTree(model)
    let scorer = BulkScorer(Scorer(model))
    scores = BulkModel.columns(model, count: 500).flatMap { columns in
      (0..<columns.count).map { scorer.score(row: $0, of: columns) }
    }
  }

  func draw(
    _ doubt: WeightDoubt, _ draws: Int, isParallel: Bool
  ) throws(WeightDraws.Refusal) -> WeightDraws {
    try WeightDraws(tree, scores, doubt, draws: draws, seed: 1, isParallel: isParallel)
  }

  func time(_ doubt: WeightDoubt, _ draws: Int, isParallel: Bool) -> Double {
    best { _ = try? draw(doubt, draws, isParallel: isParallel) }
  }
}
