import Clusters
import Documents
import Encoding
import Language
import Rendering
import Reporting
import Testing

/// Texts from answers and models can hold anything; in no format may they act.
@Suite struct HostileTextTests {
  @Test(arguments: [
    // Markup, links, tables, code, maths, entities.
    ("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"),
    ("![x](http://e.x/y)", "!\\[x\\](http://e.x/y)"), ("a | b", "a \\| b"),
    ("*a* _b_ `c` ~~d~~ $e$", "\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~ \\$e\\$"),
    ("&lt;b&#62; \\x R&D; R&D", "\\&lt;b\\&#62; \\\\x R\\&D; R&D"),
    ("snake_case_name", "snake_case_name"),
    // What begins a line.
    ("# head", "\\# head"), ("- item", "\\- item"), ("12. item", "12\\. item"), ("2.5", "2.5"),
    ("3) item", "3\\) item"), ("    code", "code"), ("=== under", "\\=== under"),
    ("one\n# two\r\n- three", "one\\\n\\# two\\\n\\- three"),
    // Control, escape and direction characters.
    ("a\u{1B}[31mb\u{0}c", "a␛\\[31mb␀c"), ("abc\u{202E}def", "abc\u{FFFD}def"),
  ]) func markdownParagraph(_ text: String, _ escaped: String) {
    let document = Document(
      title: "T", language: LanguageTag("en"), blocks: [.paragraph([.text(text)])])
    #expect(MarkdownRenderer().text(document) == "# T\n\n" + escaped + "\n")
  }

  @Test func markdownElsewhere() {
    let hostile = "# <b>|\n- x ##"
    let document = Document(
      title: hostile, language: LanguageTag("en"), facts: [.init(hostile, hostile)],
      blocks: [
        .heading(hostile, depth: 9), .list([[.strong(hostile), .text(" " + hostile)]]),
        .table(
          .init(columns: [.init(hostile)], rows: [[.text(hostile)], [.strong(hostile)]])),
      ])
    #expect(
      MarkdownRenderer().text(document) == ###"""
        # # \<b\>\| - x \##

        - **# \<b\>\| - x \##:** # \<b\>\|\
          \- x ##

        ###### # \<b\>\| - x \##

        - **# \<b\>\|**\
          **- x ##** # \<b\>\|\
          \- x ##

        | # \<b\>\| - x \## |
        | --- |
        | # \<b\>\|<br>- x ## |
        | **# \<b\>\|<br>- x ##** |

        """###)
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+370", "'+370"), ("-5", "'-5"), ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "'\t=1"), ("＝1", "'＝1"), ("a=1", "a=1"), ("a,b", "\"a,b\""),
    ("say \"no\"", "\"say \"\"no\"\"\""), ("one\r\ntwo", "\"one\r\ntwo\""),
    ("=A1,\"x\"", "\"'=A1,\"\"x\"\"\""), ("a\u{0}b", "ab"), (" a", "\" a\""), ("ąčę", "ąčę"),
    // What hides what follows from whoever looks at whole characters.
    ("\u{0}=1+1", "'=1+1"), ("a\"\u{301},=1", "\"a\"\"\u{301},=1\""), ("=\u{301}1", "'=\u{301}1"),
  ]) func csvField(_ text: String, _ written: String) {
    let records = Records(heads: ["h"], rows: [[.text(text)]])
    #expect(CSVRenderer().text(records) == "h\r\n" + written + "\r\n")
  }

  @Test func csvNumbersStayNumbers() {
    let records = Records(
      heads: ["a", "b"], rows: [[.number("-5.25"), .empty], [.text("a;b,c"), .text("=1")]])
    #expect(CSVRenderer().text(records) == "a,b\r\n-5.25,\r\n\"a;b,c\",'=1\r\n")
    #expect(
      CSVRenderer(for: .spreadsheets).text(records)
        == "\u{FEFF}a;b\r\n-5,25;\r\n\"a;b,c\";'=1\r\n")
  }

  @Test func longAndOddNames() throws {
    let name = String(repeating: "ą👩‍👩‍👧", count: 5000) + "\n\u{1B}]0;x\u{7}|"
    let assessed = try SmallModel.assessed(name: name, SmallModel.ofEachState)
    for language in Texts.available {
      let text = MarkdownRenderer().text(
        .clusterReport(of: ReportedCluster(assessed), in: language))
      #expect(!text.contains("\u{1B}") && !text.contains("\u{7}"))
    }
    #expect(try JSONRenderer().text(EncodedReport(assessed)).contains("\u{1B}") == false)
  }
}
