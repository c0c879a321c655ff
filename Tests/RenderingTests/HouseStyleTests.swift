import Diagnostics
import Rendering
import TestKit
import Testing

@Suite struct HouseStyleTests {
  @Test(arguments: [
    ("organisation: {lt: A, en: B}\nfooter: {en: C}\ncolours: {accent: \"#00527f\"}", []),
    ("colors: {}", ["1:1 error style.unknown-key"]),
    ("colours: {acent: \"#000\"}", ["1:11 error style.unknown-key"]),
    ("organisation: {pl: A}", ["1:16 error style.unknown-key"]),
    ("organisation: A", ["1:15 error style.not-a-mapping"]),
    ("footer: {en: \"\"}", ["1:14 error style.no-text"]),
    ("colours: {own: blue}", ["1:16 error style.not-a-colour"]),
    ("colours: {accent: \"#7fb0dd\"}", ["1:19 error style.low-contrast"]),
    ("colours: {own: \"#56b4e9\"}", ["1:16 error style.low-contrast"]),
    ("colours: {own: \"#0072b2\", reference: \"#0072b2\"}", ["1:10 error style.same-colours"]),
    ("logo: no.svg\norganisation: {en: A}", ["1:7 error style.no-logo"]),
    ("logo: plain.svg", ["1:7 error style.logo-without-name"]),
    ("- a", ["1:1 error style.not-a-mapping"]),
  ]) func findings(_ text: String, _ findings: [String]) {
    let checked = HouseStyle.read(SourceFile(name: "style.yaml", text: text)) { name in
      name == "plain.svg" ? Array("<svg/>".utf8) : nil
    }
    #expect(checked.diagnostics.summary == findings, "\(checked.diagnostics.printed())")
  }

  /// An SVG may draw, and nothing else.
  @Test(
    arguments: [
      (
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><use href=\"#a\"/><path fill=\"url(#g)\"/></svg>",
        nil
      ),
      ("<svg><script>1</script></svg>", "style.logo-active"),
      ("<svg onload=\"x\"/>", "style.logo-active"),
      ("<svg><a href='http://e.x'/></svg>", "style.logo-active"),
      ("<svg><image href='x.png'/></svg>", "style.logo-active"),
      ("<svg style='background: url( http://e.x )'/>", "style.logo-active"),
      ("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>", "style.logo-active"),
      ("<svg><animate/></svg>", "style.logo-active"), ("GIF89a", "style.logo-kind"),
      (
        "<svg xmlns:s='http://www.w3.org/2000/svg'><s:script>1</s:script></svg>",
        "style.logo-active"
      ),
      ("<svg><rect style='fill:u\\72l(http://e.x)'/></svg>", "style.logo-active"),
      ("<svg><rect style='fill:ur&#108;(http://e.x)'/></svg>", "style.logo-active"),
      ("<svg><desc>Settings of a scriptorium</desc></svg>", nil),
      ("\u{89}PNG", "style.logo-kind"),
      (String(repeating: "<svg>", count: 200_000), "style.logo-too-large"),
    ] as [(String, String?)]) func logos(_ svg: String, _ code: String?)
  {
    let file = SourceFile(name: "style.yaml", text: "organisation: {en: A}\nlogo: l")
    let checked = HouseStyle.read(file) { _ in Array(svg.utf8) }
    #expect(checked.diagnostics.map(\.code.rawValue) == (code.map { [$0] } ?? []))
    #expect((checked.value.logo != nil) == (code == nil))
  }
}
