import Foundation
import Testing

/// Tables in and out, by the built program.
@Suite struct TableCommandTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static let model = root.appending(path: "questionnaires/cluster-maturity.yaml").path
  private static let short = """
    questionnaire: short
    version: 1.0.0
    languages: [lt, en]
    title: {lt: Trumpas, en: Short}
    profile:
      - {id: title, ask: {lt: Klasterio pavadinimas, en: Name of the cluster}, answer: {text: {lines: 1, max: 200}}}
      - {id: members, ask: {lt: Nariai?, en: Members?}, answer: {integer: {min: 1, max: 500}}}
      - {id: smes, ask: {lt: MVĮ?, en: SMEs?}, answer: {integer: {min: 0, max: 500}}, require: [{if: this <= members, say: {lt: MVĮ per daug, en: too many SMEs}}]}
      - {id: services, ask: {lt: Paslaugos?, en: Services?}, answer: {multiple: [{id: training, lt: Mokymai, en: Training}, {id: fairs, lt: "Mugės, parodos", en: "Fairs, shows"}]}}
    """

  /// One second for all, so that what is written can be compared byte for byte.
  private static func run(
    _ arguments: [String], in folder: Folder, language: String? = nil
  ) throws -> Program.Run {
    try Program.run(
      arguments, in: folder, language: language, after: "export SOURCE_DATE_EPOCH=1790000000")
  }

  /// The files of a folder with their content.
  private static func files(_ name: String, in folder: Folder) throws -> [String: Data] {
    let root = folder.url.appending(path: name)
    let names =
      FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    var files: [String: Data] = [:]
    for name in names where !name.hasSuffix(".lock") {
      files[name] = try? Data(contentsOf: root.appending(path: name))
    }
    return files
  }

  @Test(arguments: [[], ["--excel", "--long"]])
  func shippedResultsComeBackByteForByte(_ options: [String]) throws {
    let folder = try Folder()
    func branda(_ arguments: String..., options: [String] = []) throws {
      let run = try Self.run(
        arguments + options + ["--questionnaire", Self.model, "--quiet"], in: folder)
      #expect(run.end == .exited(0), "\(run.errors)")
    }
    let shipped = Self.root.appending(path: "results").path
    try branda("export", "--results", shipped, "-o", "one.csv", options: options)
    try branda("import", "one.csv", "--restore", "--results", "first")
    try branda("export", "--results", "first", "-o", "two.csv", options: options)
    try branda("import", "two.csv", "--restore", "--results", "second")
    let isSameTable = try folder.read("one.csv") == folder.read("two.csv")
    #expect(isSameTable)
    let (first, second) = (
      try Self.files("first", in: folder), try Self.files("second", in: folder)
    )
    #expect(first.count > 60)
    #expect(first == second)
    // Nothing but the number of the last line of the history is another than in the shipped files.
    for (name, data) in first where name.hasSuffix(".yaml") {
      let shipped = try String(
        contentsOf: Self.root.appending(path: "results/\(name)"), encoding: .utf8)
      #expect(
        String(decoding: data, as: UTF8.self).split(separator: "\n")
          .filter { !$0.hasPrefix("sequence:") }
          == shipped.split(separator: "\n").filter { !$0.hasPrefix("sequence:") })
    }
    try branda("verify", "--results", "first")
  }

  @Test func aDryRunAndABrokenTableWriteNothing() throws {
    let folder = try Folder()
    try folder.write(Self.short, to: "model.yaml")
    try folder.write("cluster,members\noak,5\n", to: "good.csv")
    let dry = try Self.run(
      ["import", "good.csv", "--period", "2025", "--dry-run", "--questionnaire", "model.yaml"],
      in: folder)
    #expect(
      dry
        == .init(
          output: "",
          errors: "oak, 2025: 1 answer or comment taken, 0 conflicts\nnothing has been written\n",
          end: .exited(0)))
    let broken = Self.root.appending(path: "Tests/TablesTests/Broken")
    let names = try FileManager.default.contentsOfDirectory(atPath: broken.path)
      .filter { $0.hasSuffix(".csv") }
    // By another model than theirs: broken all the more.
    let arguments = names.sorted().map { broken.appending(path: $0).path }
    let run = try Self.run(
      ["import"] + arguments + ["--questionnaire", "model.yaml", "--quiet"], in: folder)
    #expect(run.end == .exited(65))
    #expect(!folder.exists("results"))
  }

  @Test func aFormIsTakenOverAndMergedTheSecondTime() throws {
    let folder = try Folder()
    try folder.write(Self.short, to: "model.yaml")
    try folder.write(
      """
      Timestamp,Klasterio pavadinimas,Nariai?,MVĮ?,Paslaugos?
      2026-01-10 09:11:12,Žalia giria,12,15,"Mokymai, Mugės, parodos"

      """, to: "form.csv")
    let arguments = [
      "import", "form.csv", "--period", "2025", "--name-from", "title", "--questionnaire",
      "model.yaml",
    ]
    let run = try Self.run(arguments, in: folder)
    #expect(
      run.errors == """
        form.csv:1:1: note: 1 column says nothing about the questions and is left out: Timestamp [tables.ignored-columns]
           | Timestamp,Klasterio pavadinimas,Nariai?,MVĮ?,Paslaugos?
           | ^~~~~~~~~
        form.csv:2:21: note: “Žalia giria” is new and gets the id `zalia-giria` [tables.new-cluster]
           | 2026-01-10 09:11:12,Žalia giria,12,15,"Mokymai, Mugės, parodos"
           |                     ^~~~~~~~~~~
        form.csv:2:36: warning: the answer to “smes” does not fit: too many SMEs [fill.answer-constraint]
           | 2026-01-10 09:11:12,Žalia giria,12,15,"Mokymai, Mugės, parodos"
           |                                    ^~
        zalia-giria, 2025: 4 answers or comments taken, 0 conflicts

        """)
    let written = try folder.read("results/zalia-giria/short-2025.yaml")
    #expect(written.contains("name: \"Žalia giria\""))
    #expect(written.contains("services: {value: [training, fairs]"))
    // The same once more brings nothing; another answer is a conflict, and ours stays.
    let again = try Self.run(arguments + ["--quiet"], in: folder)
    #expect(again.end == .exited(0))
    #expect(try folder.read("results/zalia-giria/short-2025.yaml") == written)
    try folder.write("cluster;members\nzalia-giria;13\n", to: "other.csv")
    let other = try Self.run(
      ["import", "other.csv", "--period", "2025", "--questionnaire", "model.yaml"], in: folder)
    #expect(other.end == .exited(1))
    #expect(
      other.errors.hasPrefix(
        "other.csv:2:13: warning: “members” was changed here and by the sender: here 12, in the file 13"
      ))
    #expect(try folder.read("results/zalia-giria/short-2025.yaml") == written)
  }

  @Test func theCodebookNamesEveryColumn() throws {
    let folder = try Folder()
    try folder.write(Self.short, to: "model.yaml")
    try folder.write("cluster,members\noak,5\n", to: "good.csv")
    _ = try Self.run(
      ["import", "good.csv", "--period", "2025", "--questionnaire", "model.yaml"], in: folder)
    let run = try Self.run(
      ["export", "--answers-only", "--codebook", "codes.csv", "--questionnaire", "model.yaml"],
      in: folder)
    #expect(
      run.output
        == "cluster,period,name,status,form,language,title,title:state,members,members:state,smes,"
        + "smes:state,services[training],services[fairs],services:state\r\n"
        + "oak,2025,,draft,full,,,unanswered,5,answered,,unanswered,,,unanswered\r\n")
    #expect(
      try folder.read("codes.csv")
        == [
          "column,code,capacity,kind,value,text_lt,text_en,minimum,maximum,places,unit,weight,respondents,retired",
          "title,,,text,,Klasterio pavadinimas,Name of the cluster,1,200,,,,manager,",
          "members,,,integer,,Nariai?,Members?,1,500,0,,,manager,",
          "smes,,,integer,,MVĮ?,SMEs?,0,500,0,,,manager,",
          "services,,,multiple,,Paslaugos?,Services?,0,,,,,manager,",
          "services[training],,,choice,1,Mokymai,Training,,,,,,,",
          "services[fairs],,,choice,1,\"Mugės, parodos\",\"Fairs, shows\",,,,,,,", "",
        ].joined(separator: "\r\n"))
  }
}
