public import CEL

/// What has come of many cases.
public struct ConformanceReport: Sendable {
  /// A case that did not pass, with what came instead.
  public struct Failure: Sendable {
    public let test: ConformanceCase
    public let result: ConformanceResult
  }

  /// Cases that pass and all cases, by the file they are of.
  public private(set) var counts: [String: (passed: Int, all: Int)] = [:]
  /// In the order of the cases.
  public private(set) var failures: [Failure] = []

  /// Runs all cases.
  public init(_ cases: [ConformanceCase], _ profile: Profile) {
    for test in cases {
      let result = test.run(profile)
      let passes = test.accepts(result)
      let count = counts[test.file] ?? (0, 0)
      counts[test.file] = (count.passed + (passes ? 1 : 0), count.all + 1)
      if !passes { failures.append(Failure(test: test, result: result)) }
    }
  }

  /// How many cases pass.
  public var passed: Int { counts.values.reduce(0) { $0 + $1.passed } }

  /// A row for each file: its name, how many of its cases pass, of how many.
  public var table: [String] {
    let width = counts.keys.map(\.count).max() ?? 0
    func padded(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.count)) + text
    }
    return counts.sorted { $0.key < $1.key }.map { file, count in
      let name = file + String(repeating: " ", count: width - file.count)
      return "\(name)  \(padded("\(count.passed)", 5)) of \(padded("\(count.all)", 5))"
    }
  }

  /// The closing line.
  public var summary: String { "\(passed) passed, \(failures.count) failed" }
}

extension ConformanceReport.Failure: CustomStringConvertible {
  /// The case, what was expected and what came.
  public var description: String {
    """
    FAILED \(test.file)/\(test.name): \(test.source)
      expected: \(test.expected)
      came:     \(result)
    """
  }
}
