import Foundation
import Testing

/// Templates and a house style of one's own, from the command line on.
@Suite struct TemplateCommandTests {
  private static let report = ["report", "alfa", "-q", "-o", "-", "--lang", "en"]

  /// What `branda templates` writes gives the same reports as what is inside the program, and is never
  /// written over.
  @Test func shippedTemplatesComeOut() throws {
    let folder = try ReportingCommandsTests.prepared()
    let first = try Program.run(["templates", "mine", "--lang", "en"], in: folder)
    #expect(first.end == .exited(0) && first.errors.contains("written: mine/page.md.mustache\n"))
    for format in ["md", "html"] {
      let shipped = try Program.run(Self.report + ["--format", format], in: folder)
      let own = try Program.run(
        Self.report + ["--format", format, "--template", "mine"], in: folder)
      #expect(own == shipped && own.end == .exited(0), "\(own.errors)")
    }
    try folder.write("mine", to: "mine/page.md.mustache")
    try FileManager.default.removeItem(at: folder.url.appending(path: "mine/table.md.mustache"))
    let second = try Program.run(["templates", "mine", "--lang", "en"], in: folder)
    #expect(second.end == .exited(73))
    #expect(
      second.errors.hasSuffix(
        "” is there already and may have been changed\n  = name another folder, or move the file away\n"
      ))
    #expect(try folder.read("mine/page.md.mustache") == "mine")
    #expect(!folder.exists("mine/table.md.mustache"))
  }

  /// One template takes the place of one; all others are the shipped ones. The style beside it counts.
  @Test func anOverrideCounts() throws {
    let folder = try ReportingCommandsTests.prepared()
    try folder.write(
      "{{#section.summary}}# Own: {{heading}}\n{{#blocks}}\n{{>block.md}}\n{{/blocks}}\n{{/section.summary}}",
      to: "mine/page.md.mustache")
    try folder.write(
      "organisation: {en: \"House & <Garden>\"}\ncolours: {accent: \"#123456\"}",
      to: "mine/style.yaml")
    let own = try Program.run(Self.report + ["--template", "mine"], in: folder)
    #expect(own.end == .exited(0) && own.errors.isEmpty, "\(own.errors)")
    #expect(own.output.hasPrefix("# Own: ") && !own.output.contains("\n## "), "\(own.output)")
    let page = try Program.run(
      Self.report + ["--template", "mine", "--format", "html"], in: folder)
    #expect(page.output.contains("House &amp; &lt;Garden&gt;") && page.output.contains("#123456"))
    try folder.write("colours: {accent: \"#654321\"}", to: "other.yaml")
    let other = try Program.run(
      Self.report + ["--template", "mine", "--style", "other.yaml", "--format", "html"], in: folder)
    #expect(other.output.contains("#654321") && !other.output.contains("Garden"))
  }

  /// The name of a file, its text, the exit code, all that is said.
  static let mistakes: [(file: String, text: String, exit: Int32, said: String)] = [
    (
      "t/page.md.mustache", "{{#sections}}\n{{/facts}}\n", 65,
      """
      t/page.md.mustache:2:1: error: “facts” is closed here, but the section that is open is \
      “sections” [template.closes-other]
         | {{/facts}}
         | ^~~~~~~~~~
         t/page.md.mustache:1:1: it is opened here
         = close sections in the reverse order of opening

      """
    ),
    (
      "t/pages.md.mustache", "x", 65,
      """
      t/pages.md.mustache:1:1: error: no template is called “pages.md.mustache” \
      [template.unknown-file]
         | x
         | ^
         = did you mean “page.md.mustache”?

      """
    ),
    (
      "t/page.md.mustache", "{{>tabel.md}}", 65,
      """
      t/page.md.mustache:1:1: error: there is no template “tabel.md” to take in here \
      [template.missing-partial]
         | {{>tabel.md}}
         | ^~~~~~~~~~~~~
         = did you mean “table.md”?

      """
    ),
    (
      "t/page.md.mustache", "{{=<% %>=}}", 65,
      """
      t/page.md.mustache:1:1: error: tags that begin with “{{=” cannot be used here \
      [template.unsupported-tag]
         | {{=<% %>=}}
         | ^~~~~~~~~~~
         = there are names, sections (# and ^), parts (>) and comments (!)

      """
    ),
    (
      "t/style.yaml", "colours: {accent: \"#7fb0dd\"}\ncolors: {}\n", 65,
      """
      t/style.yaml:1:19: error: the colour #7fb0dd has a contrast of 2.2 : 1 with the paper; \
      4.5 : 1 is needed [style.low-contrast]
         | colours: {accent: "#7fb0dd"}
         |                   ^~~~~~~~~
         = take a darker one; many people cannot see this one well, and printers make it paler
      t/style.yaml:2:1: error: the key “colors” is not known here [style.unknown-key]
         | colors: {}
         | ^~~~~~
         = did you mean “colours”?

      """
    ),
    (
      "elsewhere", "", 66,
      """
      branda: there is no folder “t”
        = “branda templates FOLDER” makes one with the shipped templates

      """
    ),
  ]

  @Test(arguments: mistakes) func mistakesAreTold(
    _ mistake: (file: String, text: String, exit: Int32, said: String)
  ) throws {
    let folder = try ReportingCommandsTests.prepared()
    try folder.write(mistake.text, to: mistake.file)
    let run = try Program.run(Self.report + ["--template", "t"], in: folder)
    #expect(run == .init(output: "", errors: mistake.said, end: .exited(mistake.exit)))
    guard mistake.file.hasSuffix(".yaml") else { return }
    let style = try Program.run(Self.report + ["--style", mistake.file], in: folder)
    #expect(style == run)
  }
}
