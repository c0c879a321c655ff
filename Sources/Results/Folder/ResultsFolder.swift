public import Diagnostics
import Interview
public import Questionnaire

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The folder in which assessments are kept: one folder a cluster, in it one file and one history
/// for each questionnaire and round, and in its folders `members` and `facilitators` theirs.
public struct ResultsFolder: Sendable {
  /// As given, absolute or relative to the working folder; it need not exist yet.
  public let path: String
  let files: any FileOperations

  /// The largest history read, in bytes: those of years of work are hundreds of times smaller.
  static let largestHistory = 64 << 20

  /// Touches nothing on disk; `files` is another than the system's in tests.
  public init(_ path: String, files: any FileOperations = FileSystem()) {
    self.path = path
    self.files = files
  }

  /// The clusters that have a folder, sorted; empty where there is no results folder yet.
  ///
  /// What bears no cluster's name (a README, a folder under version control) is passed over.
  public func clusters() throws(ResultsError) -> [String] {
    try names(in: path).filter(AssessmentKey.isClusterIdentifier).sorted()
  }

  /// The assessments of a cluster, by questionnaire and then by period.
  public func assessments(of cluster: String) throws(ResultsError) -> [AssessmentKey] {
    try assessments(of: cluster, in: .own)
  }

  /// What members answered in the round of a cluster's own assessment by the same questionnaire, by
  /// member.
  public func assessments(ofMembersFor key: AssessmentKey) throws(ResultsError) -> [AssessmentKey] {
    try assessments(for: key, in: .members)
  }

  /// Those of one round and questionnaire, by name.
  func assessments(
    for key: AssessmentKey, in folder: AssessmentFolder
  ) throws(ResultsError) -> [AssessmentKey] {
    try assessments(of: key.cluster, in: folder)
      .filter { $0.questionnaire == key.questionnaire && $0.period == key.period }
  }

  /// Those in one of a cluster's folders, by questionnaire, by period and then by name.
  func assessments(
    of cluster: String, in folder: AssessmentFolder
  ) throws(ResultsError) -> [AssessmentKey] {
    guard AssessmentKey.isClusterIdentifier(cluster) else {
      throw .invalidName(.cluster, cluster)
    }
    return try names(in: path(of: cluster, folder), isFolder: false)
      .compactMap { AssessmentKey(cluster: cluster, fileName: $0, in: folder) }
      .sorted {
        ($0.questionnaire, $0.period, $0.rater.name ?? "")
          < ($1.questionnaire, $1.period, $1.rater.name ?? "")
      }
  }

  /// All of which a cluster's folder holds a file or a history, those of its members and of
  /// facilitators among them, by file.
  public func everything(of cluster: String) throws(ResultsError) -> [AssessmentKey] {
    var keys: Set<AssessmentKey> = []
    let suffix = ".history.jsonl"
    for folder in AssessmentFolder.allCases {
      keys.formUnion(try assessments(of: cluster, in: folder))
      let names = try names(in: path(of: cluster, folder), isFolder: false)
      for name in names where name.hasSuffix(suffix) {
        let fileName = String(name.dropLast(suffix.count) + ".yaml")
        let key = AssessmentKey(cluster: cluster, fileName: fileName, in: folder)
        if let key { keys.insert(key) }
      }
    }
    return keys.sorted { assessmentPath($0) < assessmentPath($1) }
  }

  /// All assessments by a questionnaire, by cluster and then by period.
  public func assessments(by questionnaire: String) throws(ResultsError) -> [AssessmentKey] {
    var keys: [AssessmentKey] = []
    for cluster in try clusters() {
      keys += try assessments(of: cluster).filter { $0.questionnaire == questionnaire }
    }
    return keys
  }

  /// A cluster's latest round by a questionnaire; `nil` where there is none.
  public func latest(
    of cluster: String, by questionnaire: String
  ) throws(ResultsError) -> AssessmentKey? {
    try assessments(of: cluster).last { $0.questionnaire == questionnaire }
  }

  /// Reads an assessment: its file, and what its history holds beyond it. Writes nothing and waits
  /// for nobody.
  ///
  /// - Returns: The assessment, `nil` when a finding is an error, and all findings.
  public func read(
    _ key: AssessmentKey, on questionnaire: Questionnaire
  ) throws(ResultsError) -> Checked<StoredAssessment?> {
    try read(file(of: key), on: questionnaire)
  }

  /// Reads an assessment from its file, with what its history holds beyond it.
  ///
  /// - Returns: As `read(_:on:)` of its key.
  public func read(
    _ file: AssessmentFile, on questionnaire: Questionnaire
  ) throws(ResultsError) -> Checked<StoredAssessment?> {
    let recovered = try Recovery(key: file.key, folder: self, questionnaire: questionnaire)
      .run(file)
    return Checked(recovered.value?.assessment, recovered.diagnostics)
  }

  /// The path of an assessment's file.
  public func assessmentPath(_ key: AssessmentKey) -> String { stemPath(key) + ".yaml" }
  /// The path of an assessment's history.
  public func historyPath(_ key: AssessmentKey) -> String { stemPath(key) + ".history.jsonl" }
  /// The path of the file whose lock the one writer holds.
  func lockPath(_ key: AssessmentKey) -> String { stemPath(key) + ".lock" }
  /// Where a file that is replaced can be kept: `STEM.damaged.yaml`, or with the first number that
  /// is free, `STEM.damaged-2.yaml`.
  func freePath(_ key: AssessmentKey, _ ending: String) throws(ResultsError) -> String {
    let taken = Set(try names(in: folderPath(key), isFolder: false))
    let parts = ending.split(separator: ".", maxSplits: 1)
    for number in 1...10_000 {
      let suffix = number == 1 ? "" : "-\(number)"
      let name = "\(key.stem).\(parts[0])\(suffix).\(parts[1])"
      if !taken.contains(name) { return folderPath(key) + "/" + name }
    }
    return stemPath(key) + "." + ending
  }

  func folderPath(_ key: AssessmentKey) -> String {
    path(of: key.cluster, AssessmentFolder(of: key.rater))
  }
  private func path(of cluster: String, _ folder: AssessmentFolder) -> String {
    path + "/" + cluster + (folder == .own ? "" : "/" + folder.rawValue)
  }
  private func stemPath(_ key: AssessmentKey) -> String { folderPath(key) + "/" + key.stem }

  /// - Parameter isFolder: Whether a file in its place is a mistake; one among the clusters'
  ///   folders is just no cluster.
  private func names(in folder: String, isFolder: Bool = true) throws(ResultsError) -> [String] {
    do {
      return try files.list(folder)
    } catch .missing {
      return []
    } catch .refused(_, _, ENOTDIR) where !isFolder {
      return []
    }
  }
}
