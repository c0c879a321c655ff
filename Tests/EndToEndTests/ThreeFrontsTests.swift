import Foundation
import TestKit
import Testing

/// The whole screen, lines and a file of answers are three ways to the same bytes.
@Suite struct ThreeFrontsTests {
  private static let clock = ["SOURCE_DATE_EPOCH": "1770000000"]

  private static func arguments(_ cluster: String) -> [String] {
    ["fill", "short.yaml", "--cluster", cluster, "--period", "2025", "--lang", "lt"]
  }

  @Test func leaveTheSameBytes() throws {
    let folder = try Folder()
    try folder.write(shortModel, to: "short.yaml")

    let byKeys = try ScreenProgram(Self.arguments("keys"), in: folder, environment: Self.clock)
    try byKeys.waits(for: "Pradėti")
    byKeys.press(.enter)
    for (shown, keys) in [
      ("Klausimas 1 iš 8", "Ąžuolų slėnis\r"), ("Klausimas 2 iš 8", "12\r"),
      ("Klausimas 3 iš 9", "2024-05-03\r"), ("Klausimas 4 iš 9", "3\r"),
      ("Kuo pagrįstas šis atsakymas?", "Sutartis\r"), ("Iki kada galioja?", "\r"),
      ("Klausimas 5 iš 10", "t\r"), ("Klausimas 6 iš 10", "12,5 %\r"),
      ("Klausimas 7 iš 10", "1 2 \r"), ("Klausimas 8 iš 10", "\u{E}"),
      ("Klausimas 9 iš 10", "1 234,5\r"), ("Klausimas 10 iš 10", "Augti\r"),
    ] {
      try byKeys.waits(for: shown)
      byKeys.type(keys)
    }
    try byKeys.waits(for: "Peržiūra")
    byKeys.press(.leave)
    try byKeys.waits(for: "Pateikti fasilitatoriui")
    byKeys.press(.down, .enter)
    #expect(try byKeys.end() == .exited(0))

    let byLines = try Program.run(
      Self.arguments("lines"), in: folder,
      input: """
        Ąžuolų slėnis
        12
        2024-05-03
        3
        Sutartis
        taip
        12,5
        1 2
        nežinau
        1 234,5
        Augti


        """, environment: Self.clock)
    #expect(byLines.end == .exited(0))

    try folder.write(
      """
      name: Ąžuolų slėnis
      members: 12
      agreed: 2024-05-03
      coordination: {value: 3, evidence: [{text: Sutartis}]}
      handover: "yes"
      training: 12.5
      services: [training, fairs]
      turnover: {no_data: true}
      budget: 1234.5
      plan: Augti
      """, to: "answers.yaml")
    let byFile = try Program.run(
      Self.arguments("file") + ["--answers", "answers.yaml"], in: folder, environment: Self.clock)
    #expect(byFile.end == .exited(0), "\(byFile.errors)")

    for name in ["short-2025.yaml", "short-2025.history.jsonl"] {
      let file = try folder.read("results/file/\(name)").replacing("cluster: file", with: "…")
      for other in ["keys", "lines"] {
        let text = try folder.read("results/\(other)/\(name)")
        #expect(text.replacing("cluster: \(other)", with: "…") == file, "\(other) \(name)")
      }
    }
  }

  /// The real questionnaire whole: proof, going back, a branch that closes, in Lithuanian.
  @Test func theFlagshipByKeysIsTheFlagshipByLines() throws {
    let folder = try Folder()
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    try FileManager.default.createSymbolicLink(
      at: folder.url.appending(path: "questionnaires"),
      withDestinationURL: root.appending(path: "questionnaires"))
    func arguments(_ cluster: String) -> [String] {
      [
        "fill", "cluster-maturity", "--cluster", cluster, "--period", "2025", "--lang", "lt",
      ]
    }
    let keys = try ScreenProgram(
      arguments("keys"), in: folder, environment: Self.clock, columns: 100, rows: 40)
    let lines = try fill(keys)
    #expect(try keys.end() == .exited(0))
    let run = try Program.run(
      arguments("lines"), in: folder, input: lines.joined(separator: "\n") + "\n\n",
      environment: Self.clock)
    #expect(run.end == .exited(0), "\(run.output.suffix(2000))")
    for name in ["cluster-maturity-2025.yaml", "cluster-maturity-2025.history.jsonl"] {
      let byKeys = try folder.read("results/keys/\(name)").replacing("cluster: keys", with: "…")
      let byLines = try folder.read("results/lines/\(name)").replacing("cluster: lines", with: "…")
      #expect(byKeys.split(separator: "\n") == byLines.split(separator: "\n"))
    }
  }

  /// Answers every question on the screen; gives the lines that say the same.
  private func fill(_ program: ScreenProgram) throws -> [String] {
    let proof = "2025-11-20 protokolas Nr. 4"
    var lines: [String] = []
    try program.waits(for: "Pradėti")
    program.press(.enter)
    var last = ""
    for _ in 0..<150 {
      // The next question, or proof asked for the last one.
      try program.reads("a question after \(last)") { screen in
        let shown = screen.text
        return shown.contains("Peržiūra") || Self.place(on: shown) != last
      }
      let shown = program.screen.text
      if shown.hasPrefix("  Peržiūra") { break }
      last = Self.place(on: shown)
      guard let code = last.split(separator: " ").first,
        let answer = flagshipAnswers.first(where: { $0.code == code })
      else { throw PseudoTerminal.Timeout(waitedFor: "a question", shown: shown) }
      if last.hasSuffix("proof") {
        program.type(proof + "\r")
        try program.waits(for: "Iki kada galioja?")
        program.press(.enter)
        lines.append(proof)
      } else {
        if answer.typed.last == "" {
          // Several lines; an empty one ends them where lines are typed.
          program.type(answer.typed.dropLast().joined(separator: "\n") + "\r")
        } else if answer.typed.count > 1 {
          // Not applicable, and why.
          program.press(.noAnswer)
          if shown.contains("nežinau") { program.press(.down, .enter) }
          program.type(answer.typed[1] + "\r")
        } else {
          type(answer.typed[0], shown, program)
        }
        lines += answer.typed
      }
    }
    program.press(.leave)
    try program.waits(for: "Pateikti fasilitatoriui")
    program.press(.down, .enter)
    return lines
  }

  /// The code of the question on the screen, and whether its proof is asked for.
  private static func place(on shown: String) -> String {
    guard let match = shown.firstMatch(of: /Klausimas \d+ iš \d+ · ([A-Z]{3}-\d\d)/) else {
      return ""
    }
    let asksForProof =
      shown.contains("Kuo pagrįstas šis atsakymas?") || shown.contains("Iki kada galioja?")
    return match.1 + (asksForProof ? " proof" : "")
  }

  /// Types an answer as the kind of question wants it.
  private func type(_ answer: String, _ shown: String, _ program: ScreenProgram) {
    if answer == "nežinau" {
      program.press(.noAnswer)
      if shown.contains("netaikoma") { program.press(.enter) }
    } else if shown.contains("[ ]") {
      for number in answer.split(whereSeparator: { " ,".contains($0) }) {
        program.type("\(number) ")
      }
      program.press(.enter)
    } else if shown.contains("„/“ – ieškoti") {
      for _ in 0..<(Int(answer) ?? 0) { program.press(.down) }
      program.press(.enter)
    } else if answer == "taip" || answer == "ne" {
      program.type(answer.prefix(1) + "\r")
    } else {
      program.type(answer + "\r")
    }
  }
}
