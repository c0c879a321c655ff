import CEL
import Diagnostics
import TestKit
import Testing

@Suite("Findings in expressions")
struct FindingTests {
  /// Expression with the places of its findings marked, the findings with their arguments.
  static let rows: [(String, String)] = [
    // Names.
    ("⟦membrs⟧ > 3", "unknown-name name=membrs suggestion=members"),
    ("⟦Members⟧ > 3", "unknown-name name=Members suggestion=members"),
    ("⟦covered⟧", "unknown-name name=covered"),
    ("⟦capacity.humna⟧ > 1", "unknown-name name=capacity.humna suggestion=capacity.human"),
    ("services.all(svc, ⟦svx⟧ == 'fairs')", "unknown-name name=svx suggestion=svc"),
    ("⟦siz⟧(services)", "unknown-function name=siz suggestion=size"),
    (
      "services.⟦exist⟧(s, s == 'fairs')",
      "unknown-function name=exist suggestion=exists"
    ),
    ("⟦anwsered⟧(members)", "unknown-function name=anwsered suggestion=answered"),
    ("⟦math.max⟧(1, 2)", "unknown-function name=math.max suggestion=math.greatest"),
    ("⟦math.flor⟧(share)", "unknown-function name=math.flor suggestion=math.floor"),
    ("⟦strings.upper⟧(note)", "unknown-function name=strings.upper suggestion=upperAscii"),
    ("⟦ceil⟧(share)", "unknown-function name=ceil suggestion=math.ceil"),
    ("note.⟦toUpperCase⟧()", "unknown-function name=toUpperCase suggestion=upperAscii"),
    ("⟦math⟧ > 1", "unknown-name name=math"),
    (
      "sets.contains(services, [⟦'fair'⟧])",
      "unknown-choice choices=training,export,fairs name=services suggestion=fairs value=fair"
    ),
    ("⟦math.greatest(note, note)⟧", "argument-types name=math.greatest types=string, string"),
    ("⟦math.floor⟧()", "argument-count expected=1 given=0 name=math.floor"),
    ("⟦if⟧ members", "reserved-word name=if"),
    // Choices.
    (
      "strategy == ⟦'partially'⟧",
      "unknown-choice choices=yes,partly,no name=strategy suggestion=partly value=partially"
    ),
    (
      "strategy != ⟦'Yes'⟧",
      "unknown-choice choices=yes,partly,no name=strategy suggestion=yes value=Yes"
    ),
    (
      "⟦'trainng'⟧ in services",
      "unknown-choice choices=training,export,fairs name=services suggestion=training value=trainng"
    ),
    (
      "strategy in ['yes', ⟦'nope'⟧]",
      "unknown-choice choices=yes,partly,no name=strategy value=nope"
    ),
    (
      "services.exists(s, s == ⟦'fair'⟧)",
      "unknown-choice choices=training,export,fairs name=services suggestion=fairs value=fair"
    ),
    (
      "services == [⟦'exports'⟧]",
      "unknown-choice choices=training,export,fairs name=services suggestion=export value=exports"
    ),
    (
      "strategy == (active ? 'yes' : ⟦'maybe'⟧)",
      "unknown-choice choices=yes,partly,no name=strategy value=maybe"
    ),
    (
      "coalesce(strategy, ⟦'maybe'⟧) == strategy",
      "unknown-choice choices=yes,partly,no name=strategy value=maybe"
    ),
    (
      "strategy in {'yes': 1, ⟦'maybe'⟧: 2}",
      "unknown-choice choices=yes,partly,no name=strategy value=maybe"
    ),
    (
      "{'yes': 1, ⟦'maybe'⟧: 2}[strategy] > 1",
      "unknown-choice choices=yes,partly,no name=strategy value=maybe"
    ),
    // Operators that have come apart.
    ("members ⟦> =⟧ 5", "operator-spelling found=> = operator=>="),
    ("members ⟦<  =⟧ 5", "operator-spelling found=<  = operator=<="),
    ("members ⟦! =⟧ 5", "operator-spelling found=! = operator=!="),
    ("members ⟦= =⟧ 5", "operator-spelling found== = operator==="),
    ("members ⟦< >⟧ 5", "operator-spelling found=< > operator=!="),
    ("active ⟦& &⟧ active", "operator-spelling found=& & operator=&&"),
    ("active ⟦| |⟧ active", "operator-spelling found=| | operator=||"),
    ("active ⟦=⟧ !active", "operator-spelling found== operator==="),
    ("⟦1 < members < 5⟧", "chained-comparison"),
    // Types.
    ("⟦members + note⟧", "operand-types left=int operator=+ right=string"),
    ("⟦members == 'three'⟧", "operand-types left=int operator=== right=string"),
    ("⟦strategy > 3⟧", "operand-types left=choice(strategy) operator=> right=int"),
    (
      "⟦services < services⟧",
      "operand-types left=list(choice(services)) operator=< right=list(choice(services))"
    ),
    ("⟦'export' in note⟧", "operand-types left=string operator=in right=string"),
    (
      "⟦members⟧ && !⟦share⟧",
      "not-condition operator=&& type=int; not-condition operator=! type=double"
    ),
    ("⟦members⟧ ? 1 : 2", "not-condition operator=? : type=int"),
    ("active ? 1 : ⟦'one'⟧", "branch-types first=int second=string"),
    ("-⟦note⟧", "operand-type operator=- type=string"),
    ("⟦members.count⟧", "no-fields field=count type=int"),
    ("⟦members⟧[0]", "not-indexable type=int"),
    ("services[⟦'a'⟧]", "index-type expected=int type=string"),
    ("{⟦1.5⟧: 1}", "key-type type=double"),
    ("⟦members⟧.all(m, m > 1)", "loop-range name=all type=int"),
    ("services.filter(s, ⟦size(s)⟧)", "not-condition operator=filter type=int"),
    // Calls.
    ("⟦size⟧()", "argument-count expected=1 given=0 name=size"),
    ("note.⟦contains⟧('a', 'b')", "argument-count expected=1 given=2 name=contains"),
    ("⟦contains⟧(note, 'a')", "called-without-value name=contains"),
    ("members.⟦round⟧()", "called-on-value name=round"),
    ("⟦size(members)⟧", "argument-types name=size types=int"),
    ("⟦exists⟧(services, 1)", "called-without-value name=exists"),
    ("services.⟦exists⟧(1)", "argument-count expected=2 / 3 given=1 name=exists"),
    ("services.exists(⟦1⟧, true)", "loop-variable name=exists"),
    ("has(⟦members⟧)", "has-argument"), ("answered(⟦1 + 1⟧)", "answered-argument name=answered"),
    ("⟦answered⟧()", "argument-count expected=1 given=0 name=answered"),
    (
      "countAnswered([members, ⟦share > 1.0⟧, ⟦membrs⟧]) > 1",
      "answered-argument name=countAnswered; unknown-name name=membrs suggestion=members"
    ),
    ("countAnswered(⟦scores⟧) > 1", "written-list name=countAnswered"),
    ("⟦countAnswered⟧(members, share)", "argument-count expected=1 given=2 name=countAnswered"),
    ("meanAnswered([members, ⟦note⟧], 1)", "argument-types name=meanAnswered types=string"),
    ("meanAnswered([members, share], ⟦3⟧)", "minimum-answered count=2"),
    ("meanAnswered([members, share], ⟦members⟧)", "minimum-answered count=2"),
    ("⟦coalesce⟧(members)", "argument-count expected=2 given=1 name=coalesce"),
    ("coalesce(members, ⟦note⟧)", "branch-types first=int second=string"),
    ("⟦average⟧(members)", "unknown-function name=average suggestion=meanAnswered"),
    // Form.
    ("⟦⟧", "empty"), ("members >⟦⟧", "unexpected-end"), ("members ⟦3⟧", "unexpected found=3"),
    ("⟦(⟧members > 3", "not-closed found=("), ("members > 3⟦)⟧", "unexpected found=)"),
    ("[1, ⟦*⟧ 2, ⟦/⟧ 3]", "unexpected found=*; unexpected found=/"),
    ("members ⟦=⟧ 3", "operator-spelling found== operator==="),
    (
      "active ⟦and⟧ members > 3 ⟦or⟧ active",
      "operator-spelling found=and operator=&&; operator-spelling found=or operator=||"
    ),
    ("⟦not⟧ active", "operator-spelling found=not operator=!"),
    ("⟦not⟧(active || members > 3)", "operator-spelling found=not operator=!"),
    ("active && ⟦NOT⟧ (members > 3)", "operator-spelling found=NOT operator=!"),
    ("⟦not⟧ !active", "operator-spelling found=not operator=!"),
    ("members ⟦=>⟧ 5", "operator-spelling found==> operator=>="),
    ("members ⟦=<⟧ 5 && active", "operator-spelling found==< operator=<="),
    ("members ⟦===⟧ 5", "operator-spelling found==== operator==="),
    ("members ⟦!==⟧ 5", "operator-spelling found=!== operator=!="),
    ("members ⟦mod⟧ 5 == 0", "operator-spelling found=mod operator=%"),
    ("members ⟦div⟧ 5", "operator-spelling found=div operator=/"),
    (
      "'fairs' ⟦not in⟧ services && active",
      "operator-spelling found=not in operator=!(… in …)"
    ),
    ("facts⟦?.⟧a", "operator-spelling found=?. operator=.?"),
    (
      "members ⟦≥⟧ 3 ⟦&⟧ active",
      "operator-spelling found=≥ operator=>=; operator-spelling found=& operator=&&"
    ),
    ("note == ⟦„⟧a“", "typographic-quote found=„"),
    ("⟦narių_skaičius⟧ > 3", "name-letters found=narių_skaičius"),
    (
      "⟦žinios⟧ > 3 && ⟦membrs⟧ > 1",
      "name-letters found=žinios; unknown-name name=membrs suggestion=members"
    ),
    ("note == ⟦'⟧abc", "unterminated-string"),
    (
      #"note == 'a⟦\q⟧b⟦\u12⟧'"#,
      #"unknown-escape found=\q; unknown-escape found=\u12"#
    ),
    ("⟦12abc⟧", "malformed-number found=12abc"),
    ("⟦9223372036854775808⟧", "number-range found=9223372036854775808"),
    ("⟦1e999⟧", "number-range found=1e999"), ("members ⟦#⟧ 3", "unexpected-character found=#"),
    // Several at once.
    (
      "⟦membrs⟧ > 3 && strategy == ⟦'maybe'⟧ || ⟦size(1)⟧ > ⟦noone⟧",
      """
      unknown-name name=membrs suggestion=members; \
      unknown-choice choices=yes,partly,no name=strategy value=maybe; \
      argument-types name=size types=int; unknown-name name=noone
      """
    ),
  ]

  @Test("are told with their places")
  func places() {
    for (source, findings) in Self.rows {
      let marked = Marked(source)
      let checked = SampleModel.compile(marked.text)
      #expect(SampleModel.describe(checked.diagnostics) == findings, "\(source)")
      #expect(checked.diagnostics.map(\.place?.range) == marked.ranges, "\(source)")
      #expect(checked.value == nil, "\(source)")
    }
  }

  @Test("tell what the place expects")
  func expectations() {
    let rows: [(String, CEL.Expectation, String)] = [
      ("members", .bool, "wrong-type expected=expression.expected.bool type=int"),
      ("active", .number, "wrong-type expected=expression.expected.number type=bool"),
      ("strategy", .number, "wrong-type expected=expression.expected.number type=choice(strategy)"),
      ("anything", .bool, ""), ("members > 1", .bool, ""), ("share", .number, ""),
    ]
    for (source, expectation, findings) in rows {
      let checked = SampleModel.compile(source, expecting: expectation)
      #expect(SampleModel.describe(checked.diagnostics) == findings, "\(source)")
    }
  }

  @Test("offer their own way out when they have a suggestion")
  func help() {
    let helps = ["membrs", "unheard"].map { SampleModel.compile($0).diagnostics.map(\.help) }
    #expect(
      helps == [["expression.unknown-name.suggestion"], ["expression.unknown-name.help"]])
  }
}
