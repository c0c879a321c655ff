import ArgumentParser
import Clusters
import Comparison
import DisplayWidth
import Language
import Questionnaire
import Reporting
import Results
import Scoring

/// Which of the clusters read are meant: by level, by what their profiles say, and by tags.
struct ClusterSelection: ParsableArguments {
  @Option(help: .text("option.only-level", valueName: "option.level.value"))
  var level: [String] = []

  @Option(help: .text("option.only-field", valueName: "option.group.value"))
  var field: [String] = []

  @Option(help: .text("option.only-region", valueName: "option.group.value"))
  var region: [String] = []

  @Option(help: .text("option.only-size", valueName: "option.group.value"))
  var size: [String] = []

  @Option(help: .text("option.only-age", valueName: "option.group.value"))
  var age: [String] = []

  @Option(name: .customLong("tag"), help: .text("option.only-tag", valueName: "option.tag.value"))
  var tags: [String] = []

  @Option(
    name: .customLong("status"),
    help: .text("option.only-status", valueName: "option.status.value"))
  var statuses: [String] = []

  /// What is selected by, as options name it: `field` and `c`.
  private var conditions: [(option: String, words: [String])] {
    [
      ("level", level), ("field", field), ("region", region), ("size", size), ("age", age),
      ("tag", tags), ("status", statuses),
    ].filter { !$0.words.isEmpty }
  }

  /// Whether anything is left out by it.
  var isNarrow: Bool { !conditions.isEmpty }

  /// What the names of files say of it, such as `-field-c`, in the order of the options; empty where
  /// nothing is left out. Signs that no name should have become dashes.
  var suffix: String {
    conditions.map { option, words in
      "-" + option + Set(words).sorted().map { "-" + $0.inFileName }.joined()
    }.joined()
  }

  /// The clusters of one model that fit every option; several words of one option are alternatives.
  func selected(
    _ clusters: [AssessedCluster], of model: Questionnaire
  ) throws(Failure) -> [AssessedCluster] {
    clusters.filter(try condition(on: model))
  }

  /// What every cluster of one model has to fit.
  func condition(on model: Questionnaire) throws(Failure) -> (AssessedCluster) -> Bool {
    let levels = try levels(in: model)
    let wanted = try groups(in: model)
    let tags = try checkedTags()
    let statuses = Set(try checkedStatuses().map(\.rawValue))
    return { cluster in
      if !statuses.isEmpty, !statuses.contains(cluster.status) { return false }
      if !tags.isEmpty, tags.isDisjoint(with: cluster.tags) { return false }
      if !levels.isEmpty, !(cluster.score.level.map(levels.contains) ?? false) { return false }
      let facts = ClusterFacts(cluster.interview)
      return wanted.allSatisfy { grouping, keys in
        facts.key(by: grouping).map(keys.contains) ?? false
      }
    }
  }

  /// What is selected, as the head of a comparison says it; `nil` where nothing is left out.
  func meaning(in model: Questionnaire) throws(Failure) -> ComparisonScope.Selection? {
    guard isNarrow else { return nil }
    let groups = try groups(in: model).flatMap { grouping, keys in
      keys.sorted().map { PeerGroup(grouping: grouping, key: $0, members: []) }
    }
    return .init(
      levels: Set(try levels(in: model)).sorted(), groups: groups, tags: try checkedTags().sorted(),
      statuses: try checkedStatuses().map(\.rawValue))
  }

  /// In the order of the work.
  private func checkedStatuses() throws(Failure) -> [AssessmentStatus] {
    if let word = statuses.first(where: { AssessmentStatus(rawValue: $0) == nil }) {
      throw Failure(
        "exit.no-status",
        [
          "status": .text(word.madeVisible),
          "known": .list(AssessmentStatus.allCases.map(\.rawValue)),
        ], exit: .usage)
    }
    return AssessmentStatus.allCases.filter { statuses.contains($0.rawValue) }
  }

  private func checkedTags() throws(Failure) -> Set<String> {
    if let tag = tags.first(where: { !AssessmentHeader.isTag($0) }) {
      throw Failure("exit.invalid-tag", ["name": .text(tag.madeVisible)], exit: .usage)
    }
    return Set(tags)
  }

  private func levels(in model: Questionnaire) throws(Failure) -> [Int] {
    try level.map { word throws(Failure) in
      let place = model.levels.firstIndex { $0.id == word || String($0.number) == word }
      if let place { return place }
      throw Failure(
        "exit.no-level",
        ["level": .text(word.madeVisible), "levels": .list(model.levels.map(\.id))], exit: .usage)
    }
  }

  private func groups(
    in model: Questionnaire
  ) throws(Failure) -> [(grouping: PeerGrouping, keys: Set<Int>)] {
    let facts: [(PeerGrouping, [String])] = [
      (.field, field), (.region, region), (.size, size), (.age, age),
    ]
    var wanted: [(grouping: PeerGrouping, keys: Set<Int>)] = []
    for (grouping, words) in facts where !words.isEmpty {
      wanted.append((grouping, try Self.keys(words, grouping, model)))
    }
    return wanted
  }

  private static func keys(
    _ words: [String], _ grouping: PeerGrouping, _ model: Questionnaire
  ) throws(Failure) -> Set<Int> {
    guard grouping.question(in: model) != nil else {
      throw Failure(
        "exit.no-grouping",
        [
          "grouping": .text(grouping.word(in: model)),
          "known": .list(PeerGrouping.offered(by: model).map { $0.word(in: model) }),
        ], exit: .usage)
    }
    let known = grouping.words(in: model)
    var keys: Set<Int> = []
    for word in words {
      guard let key = known.firstIndex(of: word) else {
        throw Failure(
          "exit.no-group",
          [
            "grouping": .text(grouping.word(in: model)), "group": .text(word.madeVisible),
            "known": .list(known),
          ], exit: .usage)
      }
      keys.insert(key)
    }
    return keys
  }
}

extension String {
  fileprivate var inFileName: String {
    String(map { $0.isASCII && ($0.isLetter || $0.isNumber || "._".contains($0)) ? $0 : "-" })
  }
}

extension PeerGrouping {
  /// The grouping that a word of the command line names.
  init(_ word: String, in model: Questionnaire) throws(Failure) {
    let offered = PeerGrouping.offered(by: model)
    guard let grouping = offered.first(where: { $0.word(in: model) == word }) else {
      throw Failure(
        "exit.no-grouping",
        [
          "grouping": .text(word.madeVisible), "known": .list(offered.map { $0.word(in: model) }),
        ], exit: .usage)
    }
    self = grouping
  }
}
