internal import CEL
internal import CELConformance

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

// Runs a file of conformance cases: `cel-conformance FILE [--profile]`.

let arguments = CommandLine.arguments.dropFirst()
let paths = arguments.filter { $0 != "--profile" }
guard let path = paths.first, paths.count == 1 else {
  print("usage: cel-conformance FILE [--profile]")
  exit(64)
}
let cases: [ConformanceCase]
do {
  let data = try Data(contentsOf: URL(filePath: path))
  cases = try ConformanceCase.read(String(decoding: data, as: UTF8.self))
} catch {
  print("\(path): \(error)")
  exit(error is UnreadableCase ? 65 : 66)
}

let isProfile = arguments.contains("--profile")
let report = ConformanceReport(cases, isProfile ? .survey : .strict)
for failure in report.failures { print(failure) }
for row in report.table { print(row) }
var isWrong = !report.failures.isEmpty
if isProfile {
  let changes = ProfileChange.all(cases)
  for change in changes { print(change) }
  let wrong = changes.count { $0.kind == .meaningChanged }
  isWrong = isWrong || wrong > 0
  print("against strict: \(changes.count - wrong) errors defined away, \(wrong) changed")
}
print(report.summary)
exit(isWrong ? 1 : 0)
