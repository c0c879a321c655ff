#if canImport(Darwin)
  import Foundation
#else
  // The standard library composes characters, but offers it to its own kin only; the other way to
  // have it on Linux is the whole of Foundation.
  @_spi(_Unicode) import Swift
#endif

extension StringProtocol {
  /// The text with every letter and its marks in one, where Unicode has such a character (NFC).
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public var composed: String {
    #if canImport(Darwin)
      return precomposedStringWithCanonicalMapping
    #else
      var result = ""
      result.unicodeScalars.append(contentsOf: String(self)._nfc)
      return result
    #endif
  }
}
