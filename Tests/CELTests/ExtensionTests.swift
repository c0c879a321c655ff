import TestKit
import Testing

@testable import CEL

@Suite("Extensions for numbers, text and sets")
struct ExtensionTests {
  /// Expression, value as it would be written or the failure with its place.
  static let rows: [(String, String)] = [
    // Numbers.
    ("math.greatest(1, 2.5, 3u)", "3u"), ("math.greatest([1, 0.0 / 0.0])", "nan"),
    ("math.least(dyn([]))", "empty-list at math.least(dyn([]))"),
    ("math.greatest(dyn('a'), 1)", "argument-types at math.greatest(dyn('a'), 1)"),
    ("math.sqrt(-1.0)", "nan"), ("math.sqrt(2u) == math.sqrt(2)", "true"),
    ("math.abs(-9223372036854775807 - 1)", "overflow at math.abs(-9223372036854775807 - 1)"),
    ("math.sign(-0.0)", "-0.0"), (".math.floor(1.5)", "1.0"),
    ("{'math': 1}.map(math, math)[0]", "'math'"),
    // Text: empty patterns, limits, overlaps, code points of several bytes.
    ("'aaa'.lastIndexOf('aa', 0)", "0"), ("'aaa'.lastIndexOf('aa')", "1"),
    ("'ąžą'.indexOf('')", "0"), ("'ąžą'.lastIndexOf('')", "3"), ("'ąžą'.indexOf('', 3)", "3"),
    ("'ąžą'.indexOf('ž', 3)", "-1"), ("'ab'.charAt(3)", "text-index at 'ab'.charAt(3)"),
    ("'ab'.charAt(9223372036854775807) == ''", "text-index at 'ab'.charAt(9223372036854775807)"),
    ("'ąb'.replace('', '-')", "'-ą-b-'"), ("'aaaa'.replace('aa', 'b', 1)", "'baa'"),
    ("'aaa'.replace('a', 'b', 0)", "'aaa'"), ("'aaa'.replace('a', 'aa', -5)", "'aaaaaa'"),
    ("'ąžu'.split('')", "['ą', 'ž', 'u']"), ("'ąžu'.split('', 2)", "['ą', 'žu']"),
    ("''.split('')", "[]"), ("''.split(',')", "['']"), ("',a,'.split(',')", "['', 'a', '']"),
    ("'a,b,c'.split(',', 2)", "['a', 'b,c']"), ("' \\u2003 '.trim()", "''"),
    ("[dyn('a'), dyn(1)].join('')", "argument-types at [dyn('a'), dyn(1)].join('')"),
    // Sets: numbers by value, lists and maps by content, NaN equal to nothing.
    ("sets.contains([1, 2], dyn([1.0, 2u]))", "true"), ("sets.contains([], [1])", "false"),
    ("sets.contains([[1], [2]], [[2], [2], [1]])", "true"),
    ("sets.equivalent([{'a': 1}], dyn([{'a': 1u}, {'a': 1.0}]))", "true"),
    ("sets.intersects([0.0 / 0.0], [0.0 / 0.0])", "false"), ("sets.intersects([], [])", "false"),
    ("sets.equivalent([], [])", "true"), ("sets.equivalent([1, 2], [1])", "false"),
  ]

  @Test("give the value or fail where they must", arguments: [Profile.strict, .survey])
  func values(_ profile: Profile) {
    for (source, result) in Self.rows {
      #expect(SampleModel.evaluate(source, profile) == result, "\(source)")
    }
  }

  @Test("pay for what they do", .timeLimit(.minutes(1)))
  func limits() {
    let ten = "[1,2,3,4,5,6,7,8,9,10]"
    let hundred = "\(ten).map(a, \(ten).map(b, [a, b, members]))"
    // 4,095 letters.
    let long = "'ąąąąąąą'.replace('', 'ąąąąąąą').replace('', 'ąąąąąąą').replace('', 'ąąąąąąą')"
    let rows: [(String, String)] = [
      (long + ".replace('', \(long)).size()", "string-too-long"),
      ("\(ten).map(a, \(long)).join(\(long)).size()", "string-too-long"),
      (
        "\(long).replace('ą', 'ąą').replace('ą', '\(String(repeating: "x", count: 999))').size()",
        "string-too-long"
      ),
      ("(\(long) + \(long) + \(long) + \(long)).split('').size()", "list-too-long"),
      (
        "\(ten).all(a, \(ten).all(b, \(ten).all(c, \(ten).all(d, (\(long) + note).indexOf('b') < 0))))",
        "too-many-steps"
      ),
      (
        "\(ten).all(a, \(ten).all(b, \(ten).all(c, sets.contains(\(hundred), \(hundred)))))",
        "too-many-steps"
      ),
    ]
    for (source, result) in rows {
      let outcome = SampleModel.evaluate(source).split(separator: " at ").first
      #expect(outcome.map(String.init) == result, "\(source.prefix(80))")
    }
  }

  @Test("search as a naive search does")
  func searches() {
    var random = SplitMix(seed: 5)
    for _ in 0..<3_000 {
      func bytes(_ length: ClosedRange<Int>) -> [UInt8] {
        (0..<Int.random(in: length, using: &random)).map { _ in
          UInt8.random(in: 97...98, using: &random)
        }
      }
      let (text, pattern) = (bytes(0...60), bytes(0...20))
      let start = Int.random(in: 0...text.count, using: &random)
      let places = (0...text.count).filter { text[$0...].starts(with: pattern) }
      let search = ByteSearch(pattern)
      if search.first(in: text, from: start) != places.first(where: { $0 >= start })
        || ByteSearch.last(pattern, in: text, notAfter: start)
          != places.last(where: { $0 <= start })
      {
        Issue.record("\(pattern) in \(text) from \(start)")
      }
    }
  }
}
