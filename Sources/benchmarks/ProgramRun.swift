internal import FoundationEssentials

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// One run of a program that was built beside this one, to its end; what it writes is thrown away.
struct ProgramRun {
  /// From its start to its end.
  private(set) var milliseconds = 0.0
  /// On all cores together.
  private(set) var processorMilliseconds = 0.0
  /// The most memory it has held.
  private(set) var megabytes = 0

  /// Why there is nothing to measure.
  struct Failed: Error, CustomStringConvertible {
    /// What the program ended with; `nil` where it did not run or was ended.
    let exit: Int32?
    let description: String
  }

  init(_ name: String, _ arguments: [String]) throws {
    let own = URL(filePath: CommandLine.arguments.first ?? "")
    let path = own.deletingLastPathComponent().appending(path: name).path
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor: Int32 in [1, 2] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
    }
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var usage = rusage()
    var status: Int32 = 0
    var problem: Int32 = 0
    milliseconds = best(of: 1) {
      var process: pid_t = 0
      problem = posix_spawn(&process, path, &actions, nil, &words, environ)
      if problem == 0 { wait4(process, &status, 0, &usage) }
    }
    guard problem == 0, status == 0 else {
      // By POSIX the code stands above seven bits that tell of a signal, and one of a core.
      throw Failed(
        exit: problem == 0 && status & 0x7f == 0 ? status >> 8 : nil,
        description: "\(path) does not run, or ends with a failure (\(problem), \(status))")
    }
    for time in [usage.ru_utime, usage.ru_stime] {
      processorMilliseconds += Double(time.tv_sec) * 1_000 + Double(time.tv_usec) / 1_000
    }
    #if canImport(Glibc)
      megabytes = usage.ru_maxrss / 1_024
    #else
      megabytes = usage.ru_maxrss / 1_048_576
    #endif
  }
}
