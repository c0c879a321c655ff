import Foundation
import Testing

/// `branda print` as people run it.
@Suite struct PrintCommandTests {
  @Test func printsToTheTerminalAndIntoFiles() throws {
    let folder = try ReportingCommandsTests.prepared()
    let text = try Program.run(["print", "small"], in: folder)
    #expect(text.end == .exited(0) && text.output.hasPrefix("Small model\n"), "\(text.output)")
    let form = try Program.run(["print", "small", "--form", "--lang", "lt"], in: folder)
    #expect(form.end == .exited(0) && form.output.contains("☐ taip"), "\(form.output)")
    let markdown = try Program.run(["print", "small", "--format", "md"], in: folder)
    let written = try Program.run(
      ["print", "questionnaires/small.yaml", "--format", "md", "-o", "out", "--lang", "en"],
      in: folder)
    #expect(written.end == .exited(0) && written.output.isEmpty)
    #expect(try folder.read("out/small-1.0.0.en.md") == markdown.output)
    #expect(written.errors.contains("out/small-1.0.0.en.md"))
  }

  /// The flagship has a shorter form, and asks members something.
  @Test(arguments: [
    (["--form"], "form", 66), (["--only", "express"], "form-express", 30),
    (["--members"], "members", 6), (["--members", "--only", "express"], "members-express", 3),
  ]) func forms(_ arguments: [String], _ name: String, _ count: Int) throws {
    let folder = try ReportingCommandsTests.prepared()
    let model = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../questionnaires/cluster-maturity.yaml").standardizedFileURL.path()
    let run = try Program.run(
      ["print", model, "--format", "md", "-o", "out", "--lang", "en"] + arguments, in: folder)
    #expect(run.end == .exited(0), "\(run.errors)")
    let form = try folder.read("out/cluster-maturity-1.0.0.\(name).en.md")
    let questions = form.split(separator: "\n").filter { $0.hasPrefix("### ") }
    #expect(questions.count == count && !form.contains("Points"))
  }

  @Test(arguments: [
    (["print", "nothing"], 66), (["print", "nothing.yaml"], 66),
    (["print", "small", "--format", "csv"], 64), (["print"], 64),
    (["print", "small", "--members"], 64), (["print", "small", "--only", "express"], 64),
  ]) func failures(_ arguments: [String], _ status: Int) throws {
    let run = try Program.run(arguments, in: ReportingCommandsTests.prepared())
    #expect(run.end == .exited(Int32(status)), "\(run.errors)")
    #expect(run.output.isEmpty && !run.errors.isEmpty)
  }
}
