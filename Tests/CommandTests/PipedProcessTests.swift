import Testing

@testable import branda

@Suite struct PipedProcessTests {
  /// More than pipes hold goes in and comes out.
  @Test func handsThrough() {
    let input = [UInt8](repeating: 65, count: 1_000_000)
    guard case .ended(0, input, "") = PipedProcess.run(["cat"], input: input, .init(seconds: 60))
    else {
      Issue.record("something was lost")
      return
    }
  }

  @Test func tellsHowItEnded() {
    let script = "echo out; echo err >&2; exit 3"
    guard
      case .ended(3, Array("out\n".utf8), "err\n") = PipedProcess.run(
        ["sh", "-c", script], .init(seconds: 60))
    else {
      Issue.record("not what was said")
      return
    }
    guard case .notStarted = PipedProcess.run(["/nonexistent"], .init(seconds: 60)) else {
      Issue.record("started what is not there")
      return
    }
  }

  /// Whatever goes on for too long, or says too much, is ended.
  @Test(arguments: [
    "exec sleep 1000", "exec >&- 2>&-; exec sleep 1000", "while :; do echo more; done",
  ]) func staysWithinItsLimits(_ script: String) {
    guard
      case .stopped = PipedProcess.run(
        ["sh", "-c", script], .init(seconds: 0, outputBytes: 1000))
    else {
      Issue.record("not stopped")
      return
    }
  }
}
