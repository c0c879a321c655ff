#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The environment variables of this run.
let environment: [String: String] = ProcessInfo.processInfo.environment
