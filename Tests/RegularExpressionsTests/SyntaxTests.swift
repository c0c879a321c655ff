import Testing

@testable import RegularExpressions

@Suite("Patterns") struct SyntaxTests {
  /// A pattern, texts in which it is found, and texts in which it is not.
  static let rows: [(pattern: String, found: [String], absent: [String])] = [
    // Literals and the dot.
    ("", ["", "a"], []),
    ("a", ["a", "cat"], ["", "b", "A"]),
    ("ubb", ["hubba"], ["hub"]),
    ("ąž", ["Kąžuolas"], ["ąz", "a\u{328}z\u{30C}"]),
    ("a.c", ["abc", "xaéc", "a😀c", "a\rc"], ["ac", "a\nc", "a\r\nc"]),
    ("a{,2}", ["a{,2}"], ["aa"]),
    ("a{x}{", ["a{x}{"], ["a"]),
    ("]}-", ["]}-"], ["]"]),
    ("a\0b", ["a\0b"], ["ab"]),
    // Escapes.
    (#"\.\*\\\/\_\ "#, [#".*\/_ "#], [#"a*\/_ "#]),
    (#"^\a\f\n\r\t\v$"#, ["\u{7}\u{C}\n\r\t\u{B}"], ["afnrtv"]),
    (#"^\x41\x{10FFFF}\x{e9}\012\0\0101$"#, ["A\u{10FFFF}é\n\0\u{8}1"], ["A"]),
    (#"\Qa.b*\E+c"#, ["a.b*c", "a.b***c"], ["axb*c", "a.bc"]),
    (#"\Qa|b"#, ["a|b"], ["a", "b"]),
    // Classes.
    ("^[a-cx]+$", ["abcx"], ["d", "", "-"]),
    ("^[^a-c]$", ["d", "\n", "ž"], ["b", "", "dd"]),
    ("^[]a-]+$", ["]a-"], ["b"]),
    ("^[^]]$", ["["], ["]"]),
    ("^[a-]$", ["-", "a"], ["b"]),
    ("^[-a]$", ["-", "a"], ["b"]),
    ("^[a-c-e]+$", ["abc-e"], ["d"]),
    ("^[[:x]+$", ["[:x"], ["]"]),
    (#"^[\]\-\\\n\x41-C]+$"#, ["]-\\\nABC"], ["D", "x"]),
    (#"^[\d\S]$"#, ["1", "a"], [" "]),
    (#"^[^\d\s]$"#, ["a"], ["1", " "]),
    ("^[ą-ž]$", ["č", "ė"], ["a"]),
    // Classes of Perl: ASCII only.
    (#"^\d+$"#, ["0189"], ["٣", "a"]),
    (#"^\D$"#, ["٣", "a", "\n"], ["7"]),
    (#"^\s+$"#, ["\t\n\u{C}\r "], ["\u{B}", "\u{A0}"]),
    (#"^\S$"#, ["\u{B}", "x"], [" "]),
    (#"^\w+$"#, ["aZ_9"], ["ž", "-"]),
    (#"^\W$"#, ["ž", "-"], ["_"]),
    // Classes of POSIX.
    ("^[[:alpha:]]+$", ["aZ"], ["1", "ž"]),
    ("^[[:^alpha:]]$", ["1", "ž"], ["a"]),
    ("^[[:alnum:][:blank:]]+$", ["a1 \t"], ["-", "\n"]),
    ("^[[:ascii:]]$", ["\u{7F}"], ["\u{80}"]),
    ("^[[:cntrl:]]$", ["\u{1F}", "\u{7F}"], [" "]),
    ("^[[:digit:][:upper:]]+$", ["1A"], ["a"]),
    ("^[[:graph:]]$", ["!", "~"], [" "]),
    ("^[[:print:]]$", [" ", "~"], ["\u{7F}"]),
    ("^[[:punct:]]+$", [##"!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"##], ["a", " "]),
    ("^[[:space:]]$", ["\u{B}"], ["a"]),
    ("^[[:lower:][:word:]]+$", ["_a1"], ["-"]),
    ("^[^[:xdigit:]]$", ["g"], ["f", "F", "0"]),
    // Classes of Unicode.
    (#"^\pL+$"#, ["Ąžuolas", "λ", "語"], ["1", "a1"]),
    (#"^\p{Lu}\p{Ll}+$"#, ["Žalgiris"], ["žalgiris"]),
    (#"^\PL$"#, ["1", " "], ["ž"]),
    (#"^\p{^L}$"#, ["1"], ["ž"]),
    (#"^\P{^L}$"#, ["ž"], ["1"]),
    (#"^[\p{Nd}\p{Zs}]+$"#, ["٣ 7"], ["a"]),
    (#"^\p{Sc}$"#, ["€", "$"], ["e"]),
    (#"^\p{Any}$"#, ["\n", "😀"], [""]),
    (#"^\pC$"#, ["\u{7}", "\u{200B}", "\u{E000}"], ["a", "\u{378}"]),
    (#"\p{Cs}"#, [], ["a", "\u{FFFD}"]),
    (#"[^\x00-\x{10FFFF}]"#, [], ["", "a"]),
    // Branches and groups.
    ("foo|bar|", ["foo", "xbar", ""], []),
    ("^(foo|bar)$", ["foo", "bar"], ["foobar", ""]),
    ("^(?:a|b)(c)(?P<name>d)(?<other>e)$", ["acde", "bcde"], ["abcde"]),
    ("^(?P<ąž_1>a)()$", ["a"], [""]),
    ("(|a)+b", ["b", "aab"], ["a"]),
    // Repetition.
    ("^a*$", ["", "aaa"], ["ab"]),
    ("^a+?$", ["a", "aa"], [""]),
    ("^a??b$", ["b", "ab"], ["aab"]),
    ("^(ab)*?c$", ["c", "ababc"], ["abac"]),
    ("^a{2}$", ["aa"], ["a", "aaa"]),
    ("^a{2,}$", ["aa", "aaaa"], ["a"]),
    ("^a{2,4}?$", ["aa", "aaa", "aaaa"], ["a", "aaaaa"]),
    ("^a{0}b{0,0}$", [""], ["a", "b"]),
    ("^(a{2}){3}$", ["aaaaaa"], ["aaaaa"]),
    ("^a{1000}$", [String(repeating: "a", count: 1000)], [String(repeating: "a", count: 999)]),
    ("(a*)*b", ["b", "aab"], ["a"]),
    ("(a|b|)*c{0,2}$", ["", "x"], []),
    ("^*a", ["a", "ba"], ["b"]),
    ("()*a(?:){5}(){0,1000}", ["a"], [""]),
    ("(a|😀){2}", ["🐱😀😀"], ["🐱😀"]),
    // Places.
    ("^b", ["b"], ["ab", "a\nb"]),
    ("a$", ["a", "ba"], ["ab", "a\n"]),
    ("(?m)^b$", ["b", "a\nb", "b\na", "a\nb\nc"], ["ab", "a\nbc"]),
    (#"(?m)\Ab\z"#, ["b"], ["a\nb", "b\na"]),
    (#"(?m)^$"#, ["", "\n", "a\n\nb", "a\n"], ["a"]),
    (#"\bcat\b"#, ["cat", "a cat.", "žcatž"], ["cats", "_cat"]),
    (#"\Bat\B"#, ["cats"], ["cat", "at"]),
    (#"^\B$"#, [""], ["a"]),
    (#"\b"#, ["a", " a"], ["", " "]),
    ("a^b|c$d", [], ["ab", "cd", "a\nb"]),
    ("(^a|b)c", ["ac", "xbc"], ["xac"]),
    // Flags.
    ("(?i)abc", ["ABC", "aBc"], ["abd"]),
    ("(?i)žąsis", ["ŽĄSIS"], ["zasis"]),
    ("(?i)^[k-m]$", ["K", "\u{212A}", "l"], ["j"]),
    ("(?i)^[^k]$", ["j"], ["k", "K", "\u{212A}"]),
    ("(?i)^ſ$", ["s", "S"], ["f"]),
    ("(?i)^ß$", ["ẞ"], ["ss"]),
    ("(?i)^σ$", ["Σ", "ς"], []),
    ("(?i)^i$", ["I"], ["ı", "İ"]),
    (#"(?i)^\w$"#, ["\u{212A}"], ["ž"]),
    (#"(?i)^\W$"#, ["ž"], ["\u{212A}", "a"]),
    (#"(?i)^\p{Lu}$"#, ["a", "ž"], ["1"]),
    (#"(?i)^\x41\Qb\E$"#, ["aB"], []),
    ("(?i)^[[:^upper:]]$", ["1"], ["a", "A"]),
    ("a(?i)b|c", ["aB", "C"], ["Ab"]),
    ("a(?i:b)c", ["aBc"], ["aBC"]),
    ("(a(?i)b)c", ["aBc"], ["aBC"]),
    ("(?i)a(?-i)b", ["Ab"], ["aB"]),
    ("(?s)a.b", ["a\nb"], []),
    ("(?s-i:a.)b.", ["a\nbc"], ["a\nb\n"]),
    ("(?U)^a+$", ["aa"], ["b"]),
    ("(?ims)^A.B$", ["x\na\nb"], []),
    ("(?)a", ["a"], ["b"]),
  ]

  @Test("mean what RE2 says", arguments: RegularExpression.Engine.all)
  func rows(engine: RegularExpression.Engine) throws {
    var steps = 0
    for row in Self.rows {
      let expression = try RegularExpression(row.pattern)
      for text in row.found {
        let found = expression.matches(in: text, by: engine, steps: &steps)
        #expect(found, "\(row.pattern) in \(text)")
      }
      for text in row.absent {
        let found = expression.matches(in: text, by: engine, steps: &steps)
        #expect(!found, "\(row.pattern) not in \(text)")
      }
    }
  }
}

extension RegularExpression.Engine {
  /// Every engine, and the automaton also with so little memory that it often has to forget.
  static let all: [Self] = [.machine, .automaton(states: 1_000), .automaton(states: 2)]
}
