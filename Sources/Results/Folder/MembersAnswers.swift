public import Diagnostics
import Interview
import Numbers
public import Questionnaire

/// What the members of a cluster say, taken together.
///
/// The answers of one member never leave this room: there are only counts, and means over at least
/// `minimum` members.
public struct MembersAnswers: Sendable, Hashable {
  /// About fewer members' answers there is no figure: whoever knows their own could infer the rest.
  public static let minimum = 3

  /// How many members have answered anything.
  public let members: Int
  /// The mean of the answers to each question to which enough members gave a step, a number, an
  /// amount or a year, or yes or no, which count as 1 and 0; by place in the model's questions.
  public let means: [Int: Double]

  /// Nobody has answered.
  public static let none = MembersAnswers(members: 0, means: [:])

  private init(members: Int, means: [Int: Double]) {
    self.members = members
    self.means = means
  }

  /// The answers of each member, in a fixed order.
  fileprivate init(_ interviews: [Interview], on questionnaire: Questionnaire) {
    let asked = questionnaire.questions.filter { $0.respondents.contains(.members) }
    var means: [Int: Double] = [:]
    for question in asked {
      let values = interviews.compactMap { $0.state(of: question.index).numericValue }
      guard values.count >= Self.minimum else { continue }
      means[question.index] = Self.mean(of: values)
    }
    self.init(
      members: interviews.count { interview in
        asked.contains { question in
          switch interview.state(of: question.index) {
          case .answered, .notApplicable, .noData: true
          case .unanswered, .notAsked: false
          }
        }
      }, means: means)
  }

  /// Exact where the sum is; else the nearest that doubles give in this order.
  private static func mean(of values: [DecimalNumber]) -> Double {
    let exact = try? Rational.sum(values.map { Rational($0) })
      .divided(by: Rational(values.count))
    return exact?.doubleValue
      ?? values.reduce(0) { $0 + $1.doubleValue / Double(values.count) }
  }
}

extension ResultsFolder {
  /// What a cluster's members answered in the round of its own assessment, in whatever state their
  /// files are.
  ///
  /// - Returns: The answers together, and a warning for each file that cannot be read, without a word
  ///   of what stands in it.
  public func membersAnswers(
    for key: AssessmentKey, on questionnaire: Questionnaire
  ) throws(ResultsError) -> Checked<MembersAnswers> {
    var interviews: [Interview] = []
    var findings: [Diagnostic] = []
    for member in try assessments(ofMembersFor: key) {
      let read = try read(member, on: questionnaire)
      if let assessment = read.value {
        interviews.append(assessment.interview(on: questionnaire))
      } else {
        findings.append(unreadable(member, read.diagnostics))
      }
    }
    return Checked(MembersAnswers(interviews, on: questionnaire), findings)
  }

  /// Says that something is wrong with a member's file, but not what: findings quote the file.
  func unreadable(_ key: AssessmentKey, _ findings: [Diagnostic]) -> Diagnostic {
    Diagnostic(
      .init("results.member-unreadable"), .warning, at: nil,
      [
        "path": .text(assessmentPath(key)), "member": .text(key.member ?? ""),
        "count": .count(findings.count { $0.severity == .error }),
      ])
  }
}
