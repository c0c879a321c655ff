import Foundation
import Testing

@testable import CEL

@Suite("Conformance to the specification")
struct ConformanceTests {
  /// How many cases of each file pass at least.
  static let floors: [String: Int] = [
    "basic": 33, "comparisons": 265, "conversions": 87, "fields": 48, "fp_math": 24,
    "integer_math": 51, "lists": 32, "logic": 24, "macros": 35, "namespace": 12, "parse": 155,
    "plumbing": 5, "string": 34, "type_deduction": 13,
  ]

  @Test("passes what it has passed before")
  func passesFloors() throws {
    guard let cases = try ConformanceCase.load() else {
      print("conformance: skipped, \(ConformanceCase.url.path()) is not there")
      return
    }
    var passed: [String: Int] = [:]
    var total: [String: Int] = [:]
    for test in cases {
      total[test.file, default: 0] += 1
      if test.passes(.strict) { passed[test.file, default: 0] += 1 }
    }
    for file in total.keys.sorted() {
      print("conformance: \(file) \(passed[file, default: 0])/\(total[file, default: 0])")
    }
    let fallen = Self.floors.filter { passed[$0.key, default: 0] < $0.value }
    #expect(fallen == [:])
  }

  /// The survey profile turns errors into values and changes nothing else. Here are only the
  /// cases that pass, so an error that it defines away would be seen as well.
  @Test("means the same in the survey profile")
  func survivesTheSurveyProfile() throws {
    let cases = try ConformanceCase.load() ?? []
    let changed = cases.filter { $0.passes(.strict) && !$0.passes(.survey) }
    #expect(changed.map(\.name) == [])
  }
}
