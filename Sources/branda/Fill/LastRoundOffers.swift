import Diagnostics
import DisplayWidth
import Interview
import Language
import Questionnaire
import Results

/// The round whose answers an interview offers, as `--from` names it.
struct LastRoundOffers {
  /// `nil` where there is none, or none is wanted.
  let lastRound: LastRound?

  /// - Parameter name: A period, `none`, or `nil` for the latest settled round.
  /// - Throws: where the round named is not there or cannot be read. One that nobody named and that
  ///   cannot be read is told of and passed over.
  init(
    _ name: String?, for key: AssessmentKey, _ model: Questionnaire, in results: String,
    _ console: Console
  ) throws(Failure) {
    let choice = try Self.choice(name)
    let read: Checked<LastRound?>
    do {
      read = try ResultsFolder(results).lastRound(choice, for: key, on: model) { digest in
        Models.shipped(model.id).first { $0.digest == digest }
      }
    } catch .missing {
      throw Failure(
        "exit.no-assessment",
        ["cluster": .text(key.cluster), "period": .text(name?.madeVisible ?? "")],
        exit: .missingInput)
    } catch {
      throw Failure(error)
    }
    console.show(read.diagnostics)
    if case .of = choice, read.value == nil { throw .silent(.badData) }
    lastRound = read.value
  }

  private static func choice(_ name: String?) throws(Failure) -> EarlierRound {
    switch name {
    case nil: return .latest
    case "none": return .none
    case let name?:
      guard let period = Period(text: name) else {
        throw Failure("exit.not-a-round", ["period": .text(name.madeVisible)], exit: .usage)
      }
      return .of(period)
    }
  }
}
