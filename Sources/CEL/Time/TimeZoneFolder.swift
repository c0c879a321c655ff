internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The system's time zone data. A file is read when its zone is asked for first, and kept.
final class TimeZoneFolder: Sendable {
  static let system = TimeZoneFolder(["/usr/share/zoneinfo", "/var/db/timezone/zoneinfo"])

  /// No zone's file is a tenth of this.
  private static let longestFile = 65_536
  private static let longestName = 64

  private let paths: [String]
  private let zones = Mutex<[String: TimeZoneRules]>([:])

  /// - Parameter paths: Looked through in this order.
  init(_ paths: [String]) { self.paths = paths }

  /// - Returns: `nil` where there is no such zone or its file is damaged.
  func zone(_ name: String) -> TimeZoneRules? {
    guard Self.isName(name) else { return nil }
    if let known = zones.withLock({ $0[name] }) { return known }
    for path in paths {
      if let bytes = Self.read(path + "/" + name), let zone = TimeZoneRules(bytes) {
        zones.withLock { $0[name] = zone }
        return zone
      }
    }
    return nil
  }

  /// Whether this can be a zone's name: nothing but letters, digits, `_`, `+` and `-`, in parts with
  /// `/` between them. Those begin with a capital letter, which what else lies in the folder does
  /// not, such as `localtime`.
  static func isName(_ name: String) -> Bool {
    guard name.utf8.count <= longestName else { return false }
    return name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .allSatisfy { part in
        guard let first = part.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first)
        else { return false }
        return part.allSatisfy { byte in
          switch byte {
          case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "+"),
            UInt8(ascii: "-"):
            true
          default: false
          }
        }
      }
  }

  private static func read(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: longestFile + 1)
    let count = fread(&bytes, 1, bytes.count, file)
    guard count > 0, count <= longestFile else { return nil }
    return Array(bytes.prefix(count))
  }
}
