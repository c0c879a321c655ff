public import Clusters
public import Documents
public import Explaining
public import Language
import Scoring
import Wording

extension Document {
  /// So many lines of a tree are read at one go; deeper ones are folded away unless asked for.
  private static let lines = 40

  /// Where results come from, as trees from rule to inputs.
  ///
  /// - Parameter depth: How many steps are unfolded; by default as many as fit a page, at least one.
  public static func explanation(
    of derivations: [Derivation], about assessed: AssessedCluster, depth: Int? = nil,
    in language: LanguageTag
  ) -> Document {
    let words = Words(language)
    var document = Document(
      title: words.texts("explain.title", ["cluster": .text(assessed.shownName)]),
      language: words.texts.language,
      facts: [
        Definition(words.texts("table.period"), assessed.period),
        words.questionnaire(of: assessed),
      ])
    let wording = DerivationWording(assessed, words)
    for tree in derivations.map(wording.branch) {
      document.blocks.append(.tree([tree.folded(to: depth ?? tree.depth(ofLines: lines), words)]))
    }
    return document
  }

  /// How the total came about, in short; how the level did stands in the tables.
  ///
  /// - Parameter depth: Of its heading.
  mutating func addExplanation(of assessed: AssessedCluster, _ words: Words, depth: Int) {
    let explainer = Explainer(assessed.interview, background: assessed.background)
    let wording = DerivationWording(assessed, words)
    add(heading: words.texts("report.explanation"), depth: depth)
    blocks.append(.tree([wording.branch(explainer.total).folded(to: 1, words, says: false)]))
    add(paragraph: words.texts("report.explanation.more", ["cluster": .text(assessed.id)]))
  }
}

extension Document.Branch {
  /// The tree down to so many steps, saying how many lines it leaves out.
  func folded(to depth: Int, _ words: Words, says: Bool = true) -> Document.Branch {
    guard !branches.isEmpty else { return self }
    guard depth > 0 else {
      guard says else { return Document.Branch(spans) }
      let folded = words.texts("explain.folded", ["count": .count(size - 1)])
      return Document.Branch(spans + [.text(" " + folded)])
    }
    return Document.Branch(
      spans, branches.map { $0.folded(to: depth - 1, words, says: says) })
  }

  /// How many steps can be unfolded so that there are no more lines than wished; at least one.
  fileprivate func depth(ofLines lines: Int) -> Int {
    var level = branches
    var (depth, count) = (1, 1 + level.count)
    while true {
      level = level.flatMap(\.branches)
      count += level.count
      if level.isEmpty || count > lines { return depth }
      depth += 1
    }
  }

  private var size: Int { branches.reduce(1) { $0 + $1.size } }
}
