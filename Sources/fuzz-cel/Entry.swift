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
    let exercise = ExpressionExercise(UnsafeBufferPointer(start: start, count: count))
    guard exercise.violations.isEmpty else {
      print(exercise.violations.joined(separator: "\n"))
      abort()
    }
    return 0
  }
#else
  @main enum Replay {
    static func main() throws {
      var failed = 0
      for path in CommandLine.arguments.dropFirst() {
        let exercise = ExpressionExercise(try Data(contentsOf: URL(filePath: path)))
        guard !exercise.violations.isEmpty else { continue }
        failed += 1
        print("\(path): \(exercise.violations.joined(separator: "; "))")
      }
      exit(failed == 0 ? 0 : 1)
    }
  }
#endif
