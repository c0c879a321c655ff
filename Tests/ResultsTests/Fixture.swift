import Diagnostics
import Foundation
import Interview
import Numbers
import Questionnaire
import Results

/// The model, the folder and the times that these tests share.
enum Fixture {
  static let modelText = """
    questionnaire: small
    version: 1.0.0
    languages: [lt, en]
    title: {lt: Mažas, en: Small}
    forms: [{id: express, title: {lt: Trumpa, en: Short}}]
    profile:
      - {id: members, ask: {lt: Nariai?, en: Members?}, answer: {integer: {min: 1, max: 500}}}
      - {id: legal_form, ask: {lt: Forma?, en: Form?}, answer: {single: [{id: association, lt: A, en: A}, {id: company, lt: B, en: B}]}}
      - {id: services, ask: {lt: P?, en: S?}, answer: {multiple: [{id: training, lt: M, en: T}, {id: fairs, lt: P, en: F}, {id: none, lt: N, en: N, alone: true}]}}
      - {id: export_share, ask: {lt: E?, en: E?}, answer: {percent: {places: 1}}}
      - {id: handover, ask: {lt: H?, en: H?}, answer: yes_no}
      - {id: patents, ask: {lt: P?, en: P?}, answer: {integer: {min: 0}}, not_applicable: with_reason}
      - {id: turnover, ask: {lt: T?, en: T?}, answer: {money: {currency: EUR, min: 0, places: 2}}}
      - {id: since, ask: {lt: S?, en: S?}, answer: {date: {min: 2000-01-01}}}
      - {id: story, ask: {lt: S?, en: S?}, answer: {text: {lines: 3, max: 200}}}
      - {id: coordination, ask: {lt: K?, en: C?}, answer: {ladder: [{lt: A, en: A}, {lt: B, en: B}, {lt: C, en: C}]}}
      - {id: loyal_members, ask: {lt: L?, en: L?}, answer: {integer: {min: 0}}, show_if: members > 100}
    """

  static func model(_ text: String = modelText) throws -> Questionnaire {
    let checked = Questionnaire.load(SourceFile(name: "small.yaml", text: text))
    guard let model = checked.value else { throw Refused(codes: checked.diagnostics.map(\.code)) }
    return model
  }

  struct Refused: Error { var codes: [Diagnostic.Code] }

  static func key(_ cluster: String = "laser-valley", period: String = "2026") throws
    -> AssessmentKey
  {
    guard let period = Period(text: period) else { throw Refused(codes: []) }
    return try AssessmentKey(cluster: cluster, questionnaire: "small", period: period)
  }

  /// A second of one morning.
  static func time(_ second: Int) -> Instant {
    let start = Instant(text: "2026-02-11T09:14:03Z")?.secondsSince1970 ?? 0
    return Instant(secondsSince1970: start + second) ?? Instant(text: "2026-02-11T09:14:03Z")!
  }

  static func number(_ number: Int) -> Response {
    Response(answer: .value(.number(DecimalNumber(number))))
  }

  /// A canonical file with every kind of answer.
  static func text(digest: String) -> String {
    """
    branda: assessment/1
    cluster: laser-valley
    name: "Lazerių slėnis"
    invented: true
    period: "2026"
    questionnaire: {id: small, version: 1.0.0, digest: "\(digest)"}
    form: full
    language: lt
    status: draft
    changed: {by: "Rasa Petrauskienė", at: 2026-03-02T10:00:00Z}
    resume_at: patents
    sequence: 41
    note: "Ąčęėįšųūž – „pastaba“"

    answers:
      members: {value: 23, at: 2026-02-11T09:14:03Z, confirmed: {by: "Rasa Petrauskienė", on: 2026-03-02}}
      legal_form: {value: association, at: 2026-02-11T09:14:40Z}
      services: {value: [training, fairs], at: 2026-02-11T09:15:02Z}
      export_share: {value: 12.5, at: 2026-02-11T09:15:30Z, comment: "Be dviejų naujų narių"}
      handover: {value: yes, at: 2026-02-11T09:16:11Z, evidence: [{text: "Tvarka, Nr. 4", valid_until: 2027-12-31}, {text: "C:\\\\a \\"b\\""}]}
      patents: {not_applicable: "Paslaugų klasteris", at: 2026-02-11T09:17:00Z, from: "2025"}
      turnover: {no_data: true, at: 2026-02-11T09:17:20Z}
      since: {value: 2013-05-06, at: 2026-02-11T09:18:20Z}
      story: {value: "Pirma eilutė\\n\\tantra: {ne, #}\\u2028", at: 2026-02-11T09:19:20Z}
      coordination: {comment: "grįšiu", returned: {by: "Rasa Petrauskienė", on: 2026-03-02, note: "Kas \\"vadovas\\"?"}}
    parked:
      loyal_members: {value: 4, at: 2026-02-10T18:02:00Z}

    """
  }
}

/// A folder of its own for one test, gone with it.
final class Scratch {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "branda-results-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var folder: ResultsFolder { ResultsFolder(path) }

  func text(_ name: String) -> String? {
    try? String(contentsOfFile: path + "/" + name, encoding: .utf8)
  }

  func write(_ text: String, to name: String) throws {
    let url = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }
}
