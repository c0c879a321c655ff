public import Diagnostics

/// Reads YAML: bytes in, a tree out in which every node knows its place.
///
/// Scalars follow the core schema of YAML 1.2 (`No` is text). What would be read differently by
/// different readers is refused: duplicate keys, merge keys, keys that are not scalars, unknown
/// tags, U+0085, U+2028 and U+2029 outside escapes.
public enum YAML {
  /// The one document of a file, with everything found on the way.
  ///
  /// The value is `nil` when the file holds no content, and when it cannot be used: it is no
  /// UTF-8, has a syntax error or goes beyond a limit. With other errors (duplicate keys, unknown
  /// tags…) there is still a tree, so that later stages can report theirs in the same run.
  ///
  /// - Complexity: O(size of the file); no recursion, and aliases share the node they stand for.
  public static func parse(_ file: SourceFile, limits: YAMLLimits = .standard) -> Checked<Node?> {
    let limit = min(limits.bytes, YAMLLimits.addressableBytes)
    guard file.bytes.count <= limit else {
      return Checked(
        nil,
        [Diagnostic(.tooLarge, at: Place(file, 0..<0), ["limit": .text(ByteCount(limit).words)])])
    }
    let characters = CharacterCheck(file)
    guard characters.diagnostics.isEmpty else { return Checked(nil, characters.diagnostics) }
    return file.bytes.withUnsafeBufferPointer { bytes in
      var composer = Composer(
        file: file, bytes: bytes, contentStart: characters.contentStart,
        isASCII: characters.isASCII, limits: limits)
      composer.run()
      return composer.result()
    }
  }
}

/// A size in bytes for a sentence; units of 1024, whole numbers.
struct ByteCount {
  var count: Int

  init(_ count: Int) { self.count = count }

  var words: String {
    if count >= 1 << 20, count % (1 << 20) == 0 { return "\(count >> 20) MiB" }
    if count >= 1 << 10, count % (1 << 10) == 0 { return "\(count >> 10) KiB" }
    return "\(count) B"
  }
}
