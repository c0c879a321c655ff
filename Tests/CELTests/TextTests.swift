import TestKit
import Testing

@testable import CEL

@Suite("Text by code points")
struct TextTests {
  /// Against the plainest way to do it, over two letters, so that much matches in part.
  @Test("finds what is there")
  func searches() {
    var random = SplitMix(seed: 3)
    var found = 0
    for _ in 0..<4_000 {
      func text(_ length: ClosedRange<Int>) -> String {
        let count = Int.random(in: length, using: &random)
        return String((0..<count).map { _ in Bool.random(using: &random) ? "a" : "b" })
      }
      let pattern = text(0...22)
      let text = Bool.random(using: &random) ? text(0...40) + pattern + text(0...9) : text(0...60)
      let (bytes, wanted) = (Array(text.utf8), Array(pattern.utf8))
      let expected = (0...bytes.count).contains { bytes.dropFirst($0).starts(with: wanted) }
      if expected { found += 1 }
      if text.containsExactly(pattern) != expected { Issue.record("\(pattern) in \(text)") }
    }
    #expect(found > 2_000)
  }

  @Test("keeps maps in order and numbers equal")
  func maps() {
    let entries = (0..<20).map { (key: Value.int(19 - $0), value: Value.string("\($0)")) }
    for count in [3, 20] {
      let map = MapValue(Array(entries.prefix(count)))
      #expect(map?.entries.map(\.value) == entries.prefix(count).map(\.value))
      #expect(map?[.double(18)] == .string("1") && map?[.uint(18)] == .string("1"))
      #expect(map?[.int(99)] == nil && map?[.double(.nan)] == nil && map?[.string("18")] == nil)
    }
    #expect(MapValue([(.int(1), .null), (.uint(1), .null)]) == nil)
    #expect(MapValue([(.double(1), .null)]) == nil)
  }
}
