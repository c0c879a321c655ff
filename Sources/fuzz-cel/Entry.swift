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

// `make fuzz` builds this with libFuzzer, which calls the function below with one input after
// another; built without it, the program replays the files that it is given.

#if FUZZING
  @_cdecl("LLVMFuzzerTestOneInput")
  public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let violations = violations(of: UnsafeBufferPointer(start: start, count: count))
    guard violations.isEmpty else {
      print(violations.joined(separator: "\n"))
      abort()
    }
    return 0
  }
#else
  @main enum Replay {
    static func main() throws {
      var failed = 0
      for path in CommandLine.arguments.dropFirst() {
        let violations = violations(of: try Data(contentsOf: URL(filePath: path)))
        guard !violations.isEmpty else { continue }
        failed += 1
        print("\(path): \(violations.joined(separator: "; "))")
      }
      exit(failed == 0 ? 0 : 1)
    }
  }
#endif

/// Everything that an input is tried on.
func violations(of input: some Collection<UInt8>) -> [String] {
  ExpressionExercise(input).violations + PatternExercise(input).violations
}
