import Interview
import Numbers
import Questionnaire

/// Writes responses: as flow mappings of YAML in assessments, as JSON in histories.
struct ResponseText {
  enum Notation { case yaml, json }

  let notation: Notation

  /// The response in one line; `at` and `from` are written only where there is an answer.
  func text(_ response: Response, at instant: Instant?, of question: Question) -> String {
    var value: String?
    if case .value(let answer) = response.answer { value = text(answer, of: question.kind) }
    return text(response, value: value, at: instant)
  }

  /// A kept response; without knowing the kind of its question, a value is bare where it can be.
  func text(_ kept: KeptResponse) -> String {
    let value: String? =
      switch kept.value {
      case .scalar(let text): word(text)
      case .list(let words): list(words.map(word))
      case nil: nil
      }
    return text(kept.rest, value: value, at: kept.at)
  }

  /// What belongs to an answer without the answer itself.
  func text(rest response: Response, at instant: Instant?) -> String {
    var entries: [(key: String, value: String)] = []
    if response.answer != nil { appendOrigin(of: response, at: instant, to: &entries) }
    appendRemarks(of: response, to: &entries)
    return mapping(entries)
  }

  private func text(_ response: Response, value: String?, at instant: Instant?) -> String {
    var entries: [(key: String, value: String)] = []
    if let value { entries.append(("value", value)) }
    switch response.answer {
    case .value: break
    case .notApplicable(let reason):
      entries.append(("not_applicable", reason.map(quoted) ?? "true"))
    case .noData: entries.append(("no_data", "true"))
    case nil: break
    }
    if value != nil || response.answer != nil {
      appendOrigin(of: response, at: instant, to: &entries)
    }
    appendRemarks(of: response, to: &entries)
    return mapping(entries)
  }

  private func appendOrigin(
    of response: Response, at instant: Instant?, to entries: inout [(key: String, value: String)]
  ) {
    if let instant { entries.append(("at", word(instant.description))) }
    if let period = response.carried { entries.append(("from", quoted(period))) }
  }

  private func appendRemarks(
    of response: Response, to entries: inout [(key: String, value: String)]
  ) {
    if let comment = response.comment { entries.append(("comment", quoted(comment))) }
    if !response.evidence.isEmpty {
      let proofs = response.evidence.map { proof in
        mapping(
          [("text", quoted(proof.text))]
            + (proof.validUntil.map { [("valid_until", word($0.description))] } ?? []))
      }
      entries.append(("evidence", list(proofs)))
    }
    if let confirmation = response.confirmation {
      entries.append(
        (
          "confirmed",
          mapping([
            ("by", quoted(confirmation.by)), ("on", word(confirmation.on.description)),
          ])
        ))
    }
    if let returned = response.returned {
      entries.append(
        (
          "returned",
          mapping([
            ("by", quoted(returned.by)), ("on", word(returned.on.description)),
            ("note", quoted(returned.note)),
          ])
        ))
    }
  }

  /// A value; `nil` for one that does not belong to the kind, which is never stored.
  private func text(_ value: AnswerValue, of kind: AnswerKind) -> String? {
    switch (kind.written(value), value) {
    case (.scalar(let text), .text): quoted(text)
    case (.scalar(let text), .step), (.scalar(let text), .number): text
    case (.scalar(let text), _): word(text)
    case (.list(let words), _): list(words.map(word))
    case (nil, _): nil
    }
  }

  func mapping(_ entries: [(key: String, value: String)]) -> String {
    switch notation {
    case .yaml: "{" + entries.map { $0.key + ": " + $0.value }.joined(separator: ", ") + "}"
    case .json:
      "{" + entries.map { quoted($0.key) + ":" + $0.value }.joined(separator: ",") + "}"
    }
  }

  func list(_ elements: [String]) -> String {
    "[" + elements.joined(separator: notation == .yaml ? ", " : ",") + "]"
  }

  /// An identifier, a version, a date or an instant, which YAML writes without quotes; with them
  /// where a file that was read gave a text that is no such thing.
  func word(_ text: String) -> String {
    notation == .yaml && Self.isWord(text) ? text : quoted(text)
  }

  private static func isWord(_ text: String) -> Bool {
    func isAlphanumeric(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: false
      }
    }
    guard let first = text.utf8.first, let last = text.utf8.last, isAlphanumeric(first),
      isAlphanumeric(last)
    else { return false }
    return text.utf8.allSatisfy { isAlphanumeric($0) || "-_.+:".utf8.contains($0) }
  }

  /// A text in double quotes, with the escapes of JSON, which are also YAML's; letters of all
  /// languages stay as they are.
  func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default:
        if Self.needsEscape(scalar) {
          let digits = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  /// Control characters, and what YAML takes for a line break, a byte order mark or no character;
  /// all of them have four digits at most.
  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
