internal import Diagnostics

// libyaml's sentences become codes of ours, so that they can be said in every language.

extension Diagnostic.Code {
  static let syntax = Self("yaml.syntax")
  static let tabIndentation = Self("yaml.tab-indentation")
  static let missingColon = Self("yaml.missing-colon")
  static let unexpectedColon = Self("yaml.unexpected-colon")
  static let unexpectedCharacter = Self("yaml.unexpected-character")
}

extension Composer {
  /// The finding for a syntax error: libyaml stops at the first one.
  mutating func diagnostic(for problem: SyntaxProblem) -> Diagnostic {
    var offset = cursor.offset(ofScalar: problem.scalar)
    let begin = cursor.offset(ofScalar: problem.contextScalar)
    var code = Self.codes[problem.text] ?? .syntax
    var range = character(at: offset)
    var arguments: [String: Diagnostic.Argument] = [:]
    switch code {
    case .syntax:
      arguments = ["problem": .text(problem.text)]
    case .unexpectedCharacter:
      if offset < bytes.count, bytes[offset] == UInt8(ascii: "\t") {
        code = .tabIndentation
      } else {
        arguments = ["character": .text(file.text(range))]
      }
    case .missingColon:
      // libyaml notices it at the next token; what lacks the colon is the line before.
      offset = begin
      range = begin..<endOfLine(begin)
    default: break
    }
    var notes: [Diagnostic.Note] = []
    if begin < offset, let context = problem.context.flatMap({ Self.beginnings[$0] }) {
      notes = [Diagnostic.Note(context, at: Place(file, character(at: begin)))]
    }
    return Diagnostic(code, at: Place(file, range), arguments, notes: notes)
  }

  private func endOfLine(_ start: Int) -> Int {
    var end = start
    while end < bytes.count, !bytes[end].isLineBreak { end += 1 }
    while end > start, bytes[end - 1].isBlank { end -= 1 }
    return end
  }

  /// What stands at the context mark of an error.
  private static let beginnings: [String: Diagnostic.Code] = [
    "while scanning a quoted scalar": Diagnostic.Code("yaml.begins.quoted"),
    "while parsing a quoted scalar": Diagnostic.Code("yaml.begins.quoted"),
    "while scanning a block scalar": Diagnostic.Code("yaml.begins.block-scalar"),
    "while scanning a plain scalar": Diagnostic.Code("yaml.begins.text"),
    "while parsing a block mapping": Diagnostic.Code("yaml.begins.mapping"),
    "while parsing a flow mapping": Diagnostic.Code("yaml.begins.mapping"),
    "while parsing a block collection": Diagnostic.Code("yaml.begins.sequence"),
    "while parsing a flow sequence": Diagnostic.Code("yaml.begins.sequence"),
  ]

  private static let codes: [String: Diagnostic.Code] = {
    let invalidEscape = Diagnostic.Code("yaml.invalid-escape")
    let invalidTag = Diagnostic.Code("yaml.invalid-tag")
    let invalidDirective = Diagnostic.Code("yaml.invalid-directive")
    let invalidBlockHeader = Diagnostic.Code("yaml.invalid-block-header")
    let unclosedQuote = Diagnostic.Code("yaml.unclosed-quote")
    return [
      "found a tab character where an indentation space is expected": .tabIndentation,
      "found a tab character that violates indentation": .tabIndentation,
      "found character that cannot start any token": .unexpectedCharacter,
      "could not find expected ':'": .missingColon,
      "mapping values are not allowed in this context": .unexpectedColon,
      "found unexpected ':'": .unexpectedColon,
      "mapping keys are not allowed in this context": Diagnostic.Code("yaml.misplaced-key"),
      "block sequence entries are not allowed in this context":
        Diagnostic.Code("yaml.misplaced-entry"),
      "did not find expected key": Diagnostic.Code("yaml.expected-key"),
      "did not find expected '-' indicator": Diagnostic.Code("yaml.expected-entry"),
      "did not find expected ',' or ']'": Diagnostic.Code("yaml.unclosed-sequence"),
      "did not find expected ',' or '}'": Diagnostic.Code("yaml.unclosed-mapping"),
      "did not find expected node content": Diagnostic.Code("yaml.expected-value"),
      "did not find expected <document start>": Diagnostic.Code("yaml.expected-end"),
      "found unexpected end of stream": unclosedQuote,
      "found unexpected document indicator": unclosedQuote,
      "found unknown escape character": invalidEscape,
      "did not find expected hexdecimal number": invalidEscape,
      "found invalid Unicode character escape code": invalidEscape,
      "found an indentation indicator equal to 0": invalidBlockHeader,
      "did not find expected comment or line break": invalidBlockHeader,
      "did not find expected alphabetic or numeric character":
        Diagnostic.Code("yaml.invalid-anchor"),
      "found undefined tag handle": invalidTag,
      "did not find expected '!'": invalidTag,
      "did not find expected tag URI": invalidTag,
      "did not find the expected '>'": invalidTag,
      "did not find URI escaped octet": invalidTag,
      "found an incorrect leading UTF-8 octet": invalidTag,
      "found an incorrect trailing UTF-8 octet": invalidTag,
      "did not find expected whitespace or line break": invalidTag,
      "found unknown directive name": invalidDirective,
      "found extremely long version number": invalidDirective,
      "did not find expected version number": invalidDirective,
      "did not find expected digit or '.' character": invalidDirective,
      "could not find expected directive name": invalidDirective,
      "found unexpected non-alphabetical character": invalidDirective,
      "did not find expected whitespace": invalidDirective,
      "found duplicate %TAG directive": invalidDirective,
      "found duplicate %YAML directive": invalidDirective,
      "found incompatible YAML document": Diagnostic.Code("yaml.unsupported-version"),
    ]
  }()
}
