import Clusters
import Diagnostics
import DisplayWidth
import Encoding
import Interview
import Language
import Numbers
import Questionnaire
import Reporting
import Results
import Scoring
import YAML

/// Goes through what is stored and gathers what is not as it should be.
struct Verifier {
  let models: Models
  let folder: ResultsFolder
  private(set) var findings: [Diagnostic] = []
  /// How many assessments have been looked at.
  private(set) var assessments = 0
  /// How many scores have been looked at.
  private(set) var scores = 0
  private var isUnreadable = false
  private var lacksModel = false

  init(models: Models, folder: ResultsFolder) {
    self.models = models
    self.folder = folder
  }

  /// How to end; `nil` where everything is sound.
  var exit: Exit? {
    if isUnreadable { return .badData }
    if lacksModel { return .missingInput }
    return findings.contains { $0.severity > .note } ? .finding : nil
  }

  /// Looks at all assessments of the clusters, of all clusters where none is named.
  mutating func verify(_ clusters: [String]) throws(Failure) {
    do throws(ResultsError) {
      for cluster in clusters.isEmpty ? try folder.clusters() : clusters {
        let keys = try folder.everything(of: cluster)
        if keys.isEmpty, !clusters.isEmpty {
          throw ResultsError.missing(path: folder.path + "/" + cluster)
        }
        for key in keys {
          if key.member == nil { try verify(key) } else { try verify(member: key) }
        }
      }
    } catch {
      throw Failure(error)
    }
  }

  /// Looks at a member's file, and says of it only whether it is sound: findings would quote it.
  private mutating func verify(member key: AssessmentKey) throws(ResultsError) {
    var verifier = Verifier(models: models, folder: folder)
    try verifier.verify(key)
    assessments += 1
    isUnreadable = isUnreadable || verifier.isUnreadable
    lacksModel = lacksModel || verifier.lacksModel
    findings += verifier.findings.told(of: key.member, in: folder.assessmentPath(key))
  }

  private mutating func verify(_ key: AssessmentKey) throws(ResultsError) {
    assessments += 1
    let named = try folder.model(of: key)
    guard let model = models.model(of: key.questionnaire, digest: named.digest) else {
      lacksModel = true
      return findings.append(
        Diagnostic(
          .init("assessment.no-model"), at: named.place,
          [
            "questionnaire": .text(key.questionnaire), "cluster": .text(key.cluster),
            "period": .text(key.period.description),
          ]))
    }
    let checked = try folder.verify(key, on: model)
    findings += checked.diagnostics
    guard let assessment = checked.value else {
      isUnreadable = true
      return
    }
    let interview = assessment.interview(on: model)
    for problem in interview.problems where problem.severity == .error {
      guard let message = problem.message else { continue }
      findings.append(
        Diagnostic(
          .init("fill.answer-constraint"), .warning, at: named.place,
          [
            "question": .text(model.questions[problem.question].id),
            "message": .text(message(Texts.spoken.language.rawValue)),
          ]))
    }
  }
}

extension Verifier {
  /// Computes the scores of a file anew from the answers that are stored, and names what differs.
  ///
  /// - Parameter file: `branda.score/1`, one or an array of them, or `branda.report/1`.
  mutating func verify(scores file: SourceFile) {
    let parsed = YAML.parse(file)
    findings += parsed.diagnostics
    guard let root = parsed.value, !parsed.hasErrors else {
      isUnreadable = true
      return
    }
    for node in root.kind == .sequence ? Array(root.elements) : [root] {
      let score = node["schema"]?.scalar?.text == "branda.report/1" ? node["score"] : node
      verify(score ?? node)
    }
  }

  private mutating func verify(_ score: Node) {
    guard score["schema"]?.scalar?.text == "branda.score/1",
      let cluster = score["cluster"]?.scalar?.text,
      let period = score["period"].flatMap({ Period(text: $0.scalar?.text ?? "") }),
      let id = score["questionnaire"]?["id"]?.scalar?.text,
      let digest = score["questionnaire"]?["digest"]?.scalar,
      let key = try? AssessmentKey(cluster: cluster, questionnaire: id, period: period)
    else {
      isUnreadable = true
      return findings.append(Diagnostic(.init("verify.no-score"), at: score.place))
    }
    scores += 1
    guard let model = models.all.first(where: { $0.digest == digest.text }) else {
      lacksModel = true
      return findings.append(
        Diagnostic(
          .init("verify.no-model"), at: digest.place, ["questionnaire": .text(id)]))
    }
    do throws(ResultsError) {
      let checked = try folder.read(key, on: model)
      guard let assessment = checked.value else {
        isUnreadable = true
        findings += checked.diagnostics
        return
      }
      try compare(score, with: assessment, key, model)
    } catch {
      lacksModel = true
      findings.append(error.diagnostic)
    }
  }

  private mutating func compare(
    _ score: Node, with assessment: StoredAssessment, _ key: AssessmentKey,
    _ model: Questionnaire
  ) throws(ResultsError) {
    let interview = assessment.interview(on: model)
    let scorer = Scorer(model)
    var totals: [Rational?] = []
    for earlier in try folder.assessments(of: key.cluster)
    where earlier.questionnaire == key.questionnaire && earlier.period < key.period {
      guard let stored = try folder.read(earlier, on: model).value else { continue }
      let background = Background(
        previousTotals: totals,
        membersMeans: try folder.membersAnswers(for: earlier, on: model).value.means)
      totals.insert(
        scorer.score(stored.interview(on: model), background: background).total.value, at: 0)
    }
    let background = Background(
      previousTotals: totals,
      membersMeans: try folder.membersAnswers(for: key, on: model).value.means)
    let assessed = AssessedCluster(
      id: key.cluster, name: assessment.header.name, period: key.period.description,
      status: assessment.header.status.rawValue, interview: interview,
      score: scorer.score(interview, background: background))
    guard let text = try? Console.json(EncodedScore(assessed)),
      let computed = YAML.parse(SourceFile(name: "", text: text)).value
    else { return }
    compare(score, computed, path: [])
  }

  /// Goes through both documents; YAML limits how deep they go.
  private mutating func compare(_ found: Node, _ computed: Node, path: [String]) {
    switch (found.kind, computed.kind) {
    case (.mapping, .mapping):
      for (key, value) in computed.entries {
        let name = key.scalar?.text ?? ""
        if let other = found[name] {
          compare(other, value, path: path + [name])
        } else {
          report(found.place, "–", value, path + [name])
        }
      }
    case (.sequence, .sequence):
      let (old, new) = (Array(found.elements), Array(computed.elements))
      if old.count != new.count {
        return findings.append(
          Diagnostic(
            .init("verify.other-count"), at: found.place,
            [
              "path": .text(path.joined(separator: ".")), "found": .text(String(old.count)),
              "computed": .text(String(new.count)),
            ]))
      }
      for (place, (a, b)) in zip(old, new).enumerated() {
        let name = b["id"]?.scalar?.text ?? String(place + 1)
        compare(a, b, path: path + [name])
      }
    case (.scalar, .scalar):
      let (a, b) = (found.scalar?.text ?? "", computed.scalar?.text ?? "")
      let areEqual = a == b || Double(a).map { Double(b) == $0 } ?? false
      if !areEqual { report(found.place, a, computed, path) }
    default: report(found.place, "…", computed, path)
    }
  }

  private mutating func report(
    _ place: Place, _ found: String, _ computed: Node, _ path: [String]
  ) {
    findings.append(
      Diagnostic(
        .init("verify.score-differs"), at: place,
        [
          "path": .text(path.joined(separator: ".")), "found": .text(found),
          "computed": .text(computed.scalar?.text ?? "…"),
        ]))
  }
}
