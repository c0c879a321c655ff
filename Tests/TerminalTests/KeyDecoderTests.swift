import Terminal
import TestKit
import Testing

@Suite struct KeyDecoderTests {
  /// What terminals send, and the keys that it means.
  static let samples: [(bytes: String, keys: [Key])] = [
    ("a", [.character("a")]),
    ("ąčęėįšųūž", "ąčęėįšųūž".map { .character($0) }),
    ("a\u{328}", [.character("a"), .character("\u{328}")]),
    ("\u{212B}", [.character("Å")]),
    ("語🇱🇹", [.character("語"), .character("🇱"), .character("🇹")]),
    (
      "\r\t\u{8}\u{7F}\u{1}\u{A}\u{1A}",
      [
        .enter, .tab, .backspace, .backspace, .control("a"), .control("j"), .control("z"),
      ]
    ),
    ("\u{0}\u{1C}\u{1D}\u{1E}\u{1F}", "@\\]^_".map { .control($0) }),
    ("\u{85}\u{9F}x", [.character("x")]),
    // Arrows and their neighbours: xterm in both modes, VT220, rxvt, Linux console.
    ("\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D", [.up, .down, .right, .left]),
    ("\u{1B}OA\u{1B}OB\u{1B}OC\u{1B}OD", [.up, .down, .right, .left]),
    ("\u{1B}[H\u{1B}[F\u{1B}OH\u{1B}OF", [.home, .end, .home, .end]),
    ("\u{1B}[1~\u{1B}[4~\u{1B}[7~\u{1B}[8~", [.home, .end, .home, .end]),
    ("\u{1B}[3~\u{1B}[5~\u{1B}[6~\u{1B}[2~", [.delete, .pageUp, .pageDown]),
    ("\u{1B}[Z\u{1B}[1;2Z", [.backTab, .backTab]),
    ("\u{1B}OM\u{1B}Oj\u{1B}Op\u{1B}Oy\u{1B}On", [.enter] + "*09.".map { .character($0) }),
    // Together with other keys.
    (
      "\u{1B}[1;3D\u{1B}[1;5C\u{1B}[1;7A\u{1B}[1;9B\u{1B}[1;2C",
      [
        .alternate(.left), .controlled(.right), .alternate(.controlled(.up)), .alternate(.down),
        .right,
      ]
    ),
    ("\u{1B}\u{1B}[D\u{1B}\u{1B}OC", [.alternate(.left), .alternate(.right)]),
    (
      "\u{1B}Od\u{1B}[d\u{1B}[3^\u{1B}[7$\u{1B}[8@",
      [
        .controlled(.left), .left, .controlled(.delete), .home, .controlled(.end),
      ]
    ),
    ("\u{1B}[3;5~\u{1B}[1;5H", [.controlled(.delete), .controlled(.home)]),
    (
      "\u{1B}b\u{1B}\u{7F}\u{1B}\r\u{1B}ą\u{1B}\u{2}",
      [
        .alternate(.character("b")), .alternate(.backspace), .alternate(.enter),
        .alternate(.character("ą")), .alternate(.control("b")),
      ]
    ),
    (
      "\u{1B}[97;5u\u{1B}[13;2u\u{1B}[9;2u\u{1B}[27u\u{1B}[27;5;69~\u{1B}[57399u",
      [
        .control("a"), .alternate(.enter), .backTab, .escape, .control("e"),
      ]
    ),
    // F1 to F12.
    ("\u{1B}OP\u{1B}OQ\u{1B}OR\u{1B}OS", (1...4).map { .function($0) }),
    ("\u{1B}[[A\u{1B}[[B\u{1B}[[C\u{1B}[[D\u{1B}[[E", (1...5).map { .function($0) }),
    ("\u{1B}[11~\u{1B}[12~\u{1B}[13~\u{1B}[14~\u{1B}[15~", (1...5).map { .function($0) }),
    (
      "\u{1B}[17~\u{1B}[18~\u{1B}[19~\u{1B}[20~\u{1B}[21~\u{1B}[23~\u{1B}[24~",
      (6...12).map {
        .function($0)
      }
    ),
    ("\u{1B}[1;5P\u{1B}[15;3~", [.controlled(.function(1)), .alternate(.function(5))]),
    // What is none of a person's keys.
    ("\u{1B}[?1;2c\u{1B}[24;80R\u{1B}[I\u{1B}[O\u{1B}[200x\u{1B}[<0;3;4Mx", [.character("x")]),
    ("\u{1B}[M abx", [.character("x")]),
    (
      "\u{1B}]11;rgb:00/00/00\u{7}x\u{1B}P1+r\u{1B}\\y\u{1B}_G\u{18}z", "xyz".map { .character($0) }
    ),
    ("\u{1B}[1;\u{1B}[Ax\u{1B}[12\rų", [.up, .character("x"), .enter, .character("ų")]),
    ("\u{1B}[99999999999999999999;5D\u{1B}[;;;;D\u{1B}Oz\u{1B}[[zx", [.left, .character("x")]),
    ("\u{1B}\u{1B}\u{1B}[Ax", [.escape, .alternate(.up), .character("x")]),
    ("\u{1B}\u{1B}x", [.escape, .alternate(.character("x"))]),
    // Pastes.
    ("\u{1B}[200~trys\r\neilutės\rči\n\u{1B}[201~\r", [.paste("trys\neilutės\nči\n"), .enter]),
    (
      "\u{1B}[200~\u{1B}[201\u{1B}[20x\u{1B}[201~x",
      [
        .paste("\u{1B}[201\u{1B}[20x"), .character("x"),
      ]
    ),
    ("\u{1B}[200~\u{1B}[201~", [.paste("")]),
  ]

  @Test func decodesSequencesCutAnywhere() {
    for sample in Self.samples {
      let bytes = Array(sample.bytes.utf8)
      for first in 0...bytes.count {
        for second in first...bytes.count {
          var decoder = KeyDecoder()
          let keys =
            decoder.decode(bytes[..<first]) + decoder.decode(bytes[first..<second])
            + decoder.decode(bytes[second...])
          if keys != sample.keys || decoder.isWaiting {
            Issue.record("\(sample.bytes.debugDescription) cut at \(first), \(second): \(keys)")
            return
          }
        }
      }
    }
  }

  @Test func decodesWhatIsNoUTF8AsEverywhere() {
    var random = SplitMix(seed: 5)
    for _ in 0..<2000 {
      // Bytes of characters and what is wrong among them, but no controls.
      let bytes = (0..<12).map { _ -> UInt8 in
        let pool: [UInt8] = [
          0x61, 0xC4, 0x85, 0xE2, 0x82, 0xAC, 0xF0, 0x9F, 0x91, 0xED, 0xFF, 0xC0,
        ]
        return pool[random.below(pool.count)]
      }
      var decoder = KeyDecoder()
      let keys = bytes.flatMap { decoder.decode([$0]) } + decoder.flush()
      let expected = String(decoding: bytes, as: UTF8.self).unicodeScalars
        .filter { $0.properties.generalCategory != .control }
        .flatMap { String($0).composed.unicodeScalars }
        .map { Key.character(Character($0)) }
      #expect(keys == expected, "\(bytes)")
    }
  }

  /// What a beginning means when nothing follows, and how long to wait for it.
  @Test(arguments: [
    ("\u{1B}", 30, [Key.escape]), ("\u{1B}\u{1B}", 30, [.escape, .escape]),
    ("\u{1B}[", 30, [.alternate(.character("["))]), ("\u{1B}O", 30, [.alternate(.character("O"))]),
    ("\u{1B}]", 30, [.alternate(.character("]"))]), ("\u{1B}[1;", 1000, []),
    ("\u{1B}]0;x", 1000, []), ("\u{1B}]0;x\u{1B}", 1000, [.escape]), ("\u{1B}[[", 1000, []),
    ("\u{1B}[200~never\rended\u{1B}[20", 1000, [.paste("never\nended")]),
  ])
  func decidesWhenNothingFollows(_ bytes: String, _ patience: Int, _ keys: [Key]) {
    var decoder = KeyDecoder()
    #expect(decoder.decode(bytes.utf8) == [])
    #expect(decoder.patience == patience)
    #expect(decoder.flush() == keys)
    #expect(decoder.decode("x".utf8) == [.character("x")] && !decoder.isWaiting)
  }

  @Test func boundsWhatNeverEnds() {
    var decoder = KeyDecoder()
    let much = [UInt8](repeating: 0x61, count: KeyDecoder.longestPaste + 1000)
    _ = decoder.decode("\u{1B}[200~".utf8)
    #expect(decoder.decode(much) == [])
    let end = decoder.decode("\u{1B}[201~x".utf8)
    #expect(
      end == [.paste(String(repeating: "a", count: KeyDecoder.longestPaste)), .character("x")])
    // A sequence too long for a meaning ends where any other does; a message is given up.
    let digits = String(repeating: "1", count: 5000)
    #expect(decoder.decode("\u{1B}[\(digits)Dx".utf8) == [.character("x")])
    #expect(decoder.decode("\u{1B}]\(digits)".utf8).isEmpty == false)
  }

  @Test func takesAnyBytes() {
    var random = SplitMix(seed: 6)
    let telling: [UInt8] = Array("\u{1B}\u{1B}[[O]P~;0123456789M$uABZ<?\r\u{7}\\".utf8)
    for _ in 0..<3000 {
      let bytes = (0..<60).map { _ in
        random.below(2) == 0 ? telling[random.below(telling.count)] : UInt8(random.below(256))
      }
      var whole = KeyDecoder()
      var cut = KeyDecoder()
      let keys = whole.decode(bytes)
      #expect(keys == bytes.flatMap { cut.decode([$0]) })
      #expect(whole == cut)
      _ = whole.flush()
      #expect(!whole.isWaiting && whole.decode("ą".utf8) == [.character("ą")])
    }
  }
}
