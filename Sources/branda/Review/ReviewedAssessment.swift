import Diagnostics
import DisplayWidth
import Language
import Questionnaire
import Results

/// The assessment that a review is of.
struct ReviewedAssessment {
  let key: AssessmentKey
  let model: Questionnaire

  /// The one of a period, else the latest, by the questionnaire that its file names.
  ///
  /// - Throws: where there is none, or there are several by several questionnaires.
  init(
    of cluster: String, _ period: String?, _ options: FolderOptions, _ console: Console
  ) throws(Failure) {
    let models = try Models(named: options.questionnaire, console)
    let folder = ResultsFolder(options.results)
    let wanted = try period.map { text throws(Failure) in
      guard let period = Period(text: text) else {
        throw Failure("exit.not-a-period", ["period": .text(text.madeVisible)], exit: .usage)
      }
      return period
    }
    do {
      let all = try folder.assessments(of: cluster)
      let keys = all.filter { key in
        wanted.map { key.period == $0 } ?? true
          && models.all.contains { $0.id == key.questionnaire }
      }
      guard let key = keys.max(by: { $0.period < $1.period }) else {
        throw Self.missing(cluster, wanted, isKnown: !all.isEmpty, options.results)
      }
      let others = Set(keys.map(\.questionnaire))
      guard others.count == 1 else {
        throw Failure(
          "exit.many-questionnaires", ["questionnaires": .list(others.sorted())], exit: .usage)
      }
      let digest = try folder.model(of: key).digest
      let known = models.all.filter { $0.id == key.questionnaire }
      guard let model = known.first(where: { $0.digest == digest }) ?? known.newest else {
        throw Self.missing(cluster, wanted, isKnown: true, options.results)
      }
      self.key = key
      self.model = model
    } catch let failure as Failure {
      throw failure
    } catch let error as ResultsError {
      throw Failure(error)
    } catch {
      throw .silent(.inputOutput)
    }
  }

  private static func missing(
    _ cluster: String, _ period: Period?, isKnown: Bool, _ folder: String
  ) -> Failure {
    let name = TextArgument.text(cluster.madeVisible)
    guard isKnown, let period else {
      return Failure(
        "exit.no-cluster", ["cluster": name, "folder": .text(folder.madeVisible)],
        exit: .missingInput)
    }
    return Failure(
      "exit.no-assessment", ["cluster": name, "period": .text(period.description)],
      exit: .missingInput)
  }
}
