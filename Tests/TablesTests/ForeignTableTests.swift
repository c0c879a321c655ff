import Diagnostics
import Foundation
import Interview
import Language
import Questionnaire
import Results
import TestKit
import Testing

@testable import Tables

/// Tables as other programs write them, each with the answers that it means, as the results folder
/// keeps them.
@Suite struct ForeignTableTests {
  struct Case: CustomStringConvertible {
    var description: String
    var table: String
    var answers: [String]
    var findings: [String] = []
    var map: String?
    var naming: String?
    var decimalMark: Character?
  }

  static let cases: [Case] = [
    Case(
      description: "LimeSurvey, answer codes and question codes",
      table: """
        "id","submitdate","lastpage","startlanguage","seed","cluster","members","services[training]","services[fairs]","services[none]","handover","coordination"
        "1","2026-01-10 09:11:12","3","lt","1234","oak","12","Y","","","Y","2"
        "2","2026-01-11 10:00:00","3","lt","5678","elm","7","","","Y","N","3"
        "3","","1","lt","9","ash","","","","","",""
        """,
      answers: [
        "oak members=12 coordination=2 handover=yes services=[training]",
        "elm members=7 coordination=3 handover=no services=[none]", "ash",
      ], findings: ["1:1 note tables.ignored-columns"]),
    Case(
      description: "LimeSurvey, codes and texts of questions, full answers",
      table: """
        Response ID;Date submitted;cluster. Cluster id;P-2. Kiek narių turi klasteris?;services[training]. Kokias paslaugas teikiate? [Mokymai];Kokias paslaugas teikiate? [Mugės];H-1. Kas kasdien rūpinasi klasteriu?
        1;2026-01-10 09:11:12;oak;1 250;Taip;Ne;Vienas žmogus
        """,
      answers: ["oak members=1250 coordination=2 services=[training]"],
      findings: ["1:1 note tables.ignored-columns"]),
    Case(
      description: "LimeSurvey, codes of its own, told by a map",
      table: """
        id,Q1,Q2,Q3,Remarks
        1,oak,A2,A1,fine
        2,elm,A1,A2,
        """,
      answers: ["oak coordination=2 handover=yes", "elm coordination=1 handover=no"],
      findings: ["1:1 note tables.ignored-columns"],
      map: """
        column,question,cell,answer
        Q1,cluster,,
        Q2,coordination,A1,1
        Q2,coordination,A2,2
        Q3,handover,A1,yes
        Q3,handover,A2,no
        Remarks,ignore,,
        """),
    Case(
      description: "KoboToolbox with groups, XML values",
      table: """
        start;end;cluster;profile/members;human/coordination;technical/services;technical/services/training;technical/services/fairs;technical/services/none;human/training;_id;_uuid;_submission_time;_validation_status;_index
        2026-01-10T09:00:00.000+02:00;2026-01-10T09:30:00.000+02:00;oak;12;2;training fairs;1;1;0;45.5;77;ab-cd;2026-01-10T07:31:00;;1
        2026-01-10T09:00:00.000+02:00;2026-01-10T09:30:00.000+02:00;elm;7;;;;;;;78;ab-ce;2026-01-10T07:31:00;;2
        """,
      answers: [
        "oak members=12 coordination=2 training=45.5 services=[training,fairs]", "elm members=7",
      ], findings: ["1:1 note tables.ignored-columns"]),
    Case(
      description: "KoboToolbox, labels",
      table: """
        "cluster","How many members has the cluster?","Which services do you provide?","Which services do you provide?/Training","Which services do you provide?/Fairs","_id"
        "oak","12","Training Fairs","True","True","1"
        """,
      answers: ["oak members=12 services=[training,fairs]"],
      findings: ["1:1 note tables.ignored-columns"],
      // The list of labels with spaces between them cannot be told apart; the columns can.
      map: "column,question\nWhich services do you provide?,ignore\n"),
    Case(
      description: "points and underscores before choices",
      table: """
        cluster,services.training,services_fairs
        oak,TRUE,FALSE
        """,
      answers: ["oak services=[training]"]),
    Case(
      description: "Google Forms",
      table: """
        Laiko žyma,Klasterio pavadinimas,Kiek narių turi klasteris?,Kas kasdien rūpinasi klasteriu?,Ar yra perdavimo tvarka?,Kokias paslaugas teikiate?,Kokie planai?
        2026-01-10 09:11:12,Ąžuolynas,12,Komanda,Taip,"Mokymai, Mugės","Eksportas, mokymai"
        2026-01-11 09:11:12,Žalia „Giria“,7,Niekas,,Jokių,
        """,
      answers: [
        "azuolynas name=Ąžuolynas members=12 coordination=3 handover=yes services=[training,fairs] plan=Eksportas, mokymai",
        "zalia-giria name=Žalia „Giria“ members=7 coordination=1 services=[none]",
      ],
      findings: [
        "1:1 note tables.ignored-columns", "2:21 note tables.new-cluster",
        "3:21 note tables.new-cluster",
      ], naming: "name"),
    Case(
      description: "Lithuanian Excel",
      table: """
        \u{FEFF}cluster;period;members;training;turnover;budget;agreed;handover
        oak;2025;12;45,5 %;1 250 000,50;1,234;2020.02.29;TAIP
        elm;2024;1\u{A0}234;7%;3 €;0,5;29.02.2020;false
        """,
      answers: [
        "oak members=12 agreed=2020-02-29 handover=yes training=45.5 turnover=1250000.5 budget=1.234",
        "elm/2024 members=1234 agreed=2020-02-29 handover=no training=7 turnover=3 budget=0.5",
      ]),
    Case(
      description: "English Excel",
      table: """
        cluster,members,turnover,budget,agreed\r
        oak,"1,234","1,250,000.50",1.5,2020-02-29 00:00:00\r
        """,
      answers: ["oak members=1234 agreed=2020-02-29 turnover=1250000.5 budget=1.5"]),
    Case(
      description: "the decimal mark told",
      table: "cluster;budget\noak;1.234\n", answers: ["oak budget=1.234"], decimalMark: "."),
    Case(
      description: "the other decimal mark told",
      table: "cluster;budget\noak;1.234\n", answers: ["oak budget=1234"], decimalMark: ","),
    Case(
      description: "states, words, remarks and proofs",
      table: """
        cluster,agreed,training,training:reason,turnover,coordination,coordination:comment,coordination:evidence
        oak,N/A,netaikoma,Nėra darbuotojų,nežinau,2,"Nuo liepos, apytiksliai","Įsakymas Nr. 4 [2027-12-31]
        Pareigybės aprašymas"
        """,
      answers: [
        #"oak agreed=(not applicable) coordination=2 // Nuo liepos, apytiksliai // Įsakymas Nr. 4 until 2027-12-31 // Pareigybės aprašymas training=(not applicable: Nėra darbuotojų) turnover=(no data)"#
      ]),
    Case(
      description: "old line ends, tabs, quotes and a separator stated",
      table: "cluster\tplan\roak\t\"He said \"\"yes\"\"\rand left\"\r",
      answers: ["oak plan=He said \"yes\"\\nand left"]),
    Case(
      description: "steps with their numbers, choices without marks of letters",
      table: "sep=;\ncluster;coordination;services\noak;2. Vienas zmogus;MUGES\nelm;3.0;none\n",
      answers: ["oak coordination=2 services=[fairs]", "elm coordination=3 services=[none]"]),
  ]

  @Test(arguments: cases) func means(_ test: Case) throws {
    let model = try Fixture.model()
    let map = try test.map.map {
      let read = ColumnMap.read(SourceFile(name: "map.csv", text: $0), on: model)
      return try #require(read.value, "\(read.diagnostics.printed())")
    }
    let read = Fixture.read(
      test.table, on: model,
      options: .init(
        period: Period(text: "2025"), map: map, naming: test.naming.flatMap(model.index),
        decimalMark: test.decimalMark))
    #expect(read.diagnostics.summary == test.findings, "\(read.diagnostics.printed())")
    #expect((read.value ?? []).map { $0.assessment.short(on: model) } == test.answers)
  }
}

extension StoredAssessment {
  /// The answers in one line, for tests.
  fileprivate func short(on model: Questionnaire) -> String {
    var parts = [header.cluster + (header.period.description == "2025" ? "" : "/\(header.period)")]
    if let name = header.name { parts.append("name=" + name) }
    for question in model.questions where question.id != "name" {
      guard let response = responses[question.index] else { continue }
      var text: String
      switch response.answer {
      case .value(let value):
        switch question.kind.written(value) {
        case .scalar(let scalar)?: text = scalar.replacing("\n", with: "\\n")
        case .list(let list)?: text = "[" + list.joined(separator: ",") + "]"
        case nil: text = "?"
        }
      case .notApplicable(let reason): text = "(not applicable\(reason.map { ": " + $0 } ?? ""))"
      case .noData: text = "(no data)"
      case nil: text = "-"
      }
      if let comment = response.comment { text += " // " + comment }
      for proof in response.evidence {
        text += " // " + proof.text + (proof.validUntil.map { " until \($0)" } ?? "")
      }
      parts.append(question.id + "=" + text)
    }
    return parts.joined(separator: " ")
  }
}
