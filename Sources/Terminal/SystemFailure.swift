#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A call to the system that failed, with the system's number for the reason.
public struct SystemFailure: Error, Sendable, Hashable {
  /// The value of `errno`.
  public let code: Int32

  /// A failure by the value of `errno` just after the call.
  public init(code: Int32) { self.code = code }

  /// The reason in the words of the system.
  public var reason: String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
  }
}
