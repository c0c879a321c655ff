import Interview
public import Questionnaire

extension StoredAssessment {
  /// The name of the format in the first line.
  static let format = "assessment/1"
  /// How the full form is called in files.
  static let fullForm = "full"

  /// The file's text in the one canonical order: the same assessment gives the same bytes, and two
  /// versions differ only in the lines of the answers that differ.
  ///
  /// Which answers are parked follows from the questionnaire.
  public func text(on questionnaire: Questionnaire) -> String {
    let writer = ResponseText(notation: .yaml)
    let interview = interview(on: questionnaire)
    var lines = headerLines(writer)
    var answers: [String] = []
    var parked: [String] = []
    for question in questionnaire.questions {
      guard let response = responses[question.index], !response.isEmpty else { continue }
      let text = writer.text(response, at: times[question.index], of: question)
      let line = "  \(question.id): \(text)"
      if interview.isAsked(question.index) { answers.append(line) } else { parked.append(line) }
    }
    lines += ["", answers.isEmpty ? "answers: {}" : "answers:"] + answers
    if !parked.isEmpty { lines += ["parked:"] + parked }
    if !kept.isEmpty { lines += ["kept:"] + keptLines(writer) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func headerLines(_ writer: ResponseText) -> [String] {
    let questionnaire = writer.mapping([
      ("id", header.questionnaire), ("version", writer.word(header.version)),
      ("digest", writer.quoted(header.digest)),
    ])
    let lines: [String?] = [
      "branda: \(Self.format)",
      "cluster: " + header.cluster,
      header.name.map { "name: " + writer.quoted($0) },
      raterLine(writer),
      header.isInvented ? "invented: true" : nil,
      header.tags.isEmpty
        ? nil : "tags: [" + header.tags.map { writer.word($0) }.joined(separator: ", ") + "]",
      "period: " + writer.quoted(header.period.description),
      "questionnaire: " + questionnaire,
      "form: " + writer.word(header.form ?? Self.fullForm),
      header.language.map { "language: " + writer.word($0) },
      "status: " + header.status.rawValue,
      header.changed.map { "changed: " + $0.text(writer) },
      header.resumeAt.map { "resume_at: " + writer.word($0) },
      header.sequence == 0 ? nil : "sequence: \(header.sequence)",
      header.note.map { "note: " + writer.quoted($0) },
    ]
    return lines.compactMap { $0 }
  }

  private func raterLine(_ writer: ResponseText) -> String? {
    switch header.rater {
    case .manager: nil
    case .member(let name): "member: " + writer.word(name)
    case .facilitator(let name): "facilitator: " + writer.word(name)
    }
  }
}
