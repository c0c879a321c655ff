/// How far a zone's clocks have been ahead of UTC, and will be: a file of time zone data by
/// RFC 8536 (TZif).
struct TimeZoneRules: Sendable {
  /// The beginnings of stretches with one offset, ascending, in seconds since 1970.
  private let transitions: [Int64]
  /// The offset of each stretch, in seconds.
  private let offsets: [Int]
  /// Before the first transition.
  private let firstOffset: Int
  /// After the last transition; where there is none, its offset stays.
  private let rule: TimeZoneRule?

  /// - Returns: `nil` where the bytes are no such file, or count leap seconds.
  init?(_ bytes: [UInt8]) {
    var reader = BigEndianReader(bytes)
    guard let header = Header(&reader) else { return nil }
    guard header.version > 0 else {
      self.init(&reader, header, timeSize: 4)
      return
    }
    // What comes first is for readers of 32 bits.
    guard reader.skip(header.size(timeSize: 4)), let header = Header(&reader) else { return nil }
    self.init(&reader, header, timeSize: 8)
  }

  private init?(_ reader: inout BigEndianReader, _ header: Header, timeSize: Int) {
    guard header.leapSeconds == 0, header.types > 0 else { return nil }
    var transitions: [Int64] = []
    for _ in 0..<header.transitions {
      guard let time = reader.integer(timeSize), transitions.last.map({ $0 < time }) ?? true else {
        return nil
      }
      transitions.append(time)
    }
    guard let indices = reader.bytes(header.transitions) else { return nil }
    var types: [Int] = []
    for _ in 0..<header.types {
      // What follows an offset – whether it is summer time, and how it is called – is not needed.
      guard let offset = reader.integer(4), abs(offset) < 90_000, reader.skip(2) else { return nil }
      types.append(Int(offset))
    }
    guard indices.allSatisfy({ Int($0) < types.count }),
      reader.skip(header.characters + header.indicators)
    else { return nil }
    self.transitions = transitions
    offsets = indices.map { types[Int($0)] }
    firstOffset = types[0]
    rule = timeSize == 8 ? reader.line().flatMap(TimeZoneRule.init) : nil
  }

  /// The seconds by which clocks are ahead of UTC at a time in seconds since 1970.
  ///
  /// - Complexity: O(log *n*) in the number of transitions.
  func offset(at time: Int64) -> Int {
    guard let last = transitions.last, let lastOffset = offsets.last else {
      return rule?.offset(at: time) ?? firstOffset
    }
    if time >= last { return rule?.offset(at: time) ?? lastOffset }
    // The first transition after the time.
    var (low, high) = (0, transitions.count)
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] <= time { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? firstOffset : offsets[low - 1]
  }
}

/// The counts at the beginning of each of the two parts of a file.
private struct Header {
  /// 0 for the first version, which has but one part.
  var version: UInt8
  /// Bytes of indicators that only make rules for times outside of the table.
  var indicators: Int
  var leapSeconds: Int
  var transitions: Int
  var types: Int
  var characters: Int

  init?(_ reader: inout BigEndianReader) {
    guard let magic = reader.bytes(4), magic.elementsEqual("TZif".utf8),
      let version = reader.bytes(1)?.first, reader.skip(15)
    else { return nil }
    var counts: [Int] = []
    for _ in 0..<6 {
      guard let count = reader.integer(4), (0...65_536).contains(count) else { return nil }
      counts.append(Int(count))
    }
    self.version = version
    indicators = counts[0] + counts[1]
    leapSeconds = counts[2]
    transitions = counts[3]
    types = counts[4]
    characters = counts[5]
  }

  /// Bytes of the part.
  func size(timeSize: Int) -> Int {
    transitions * (timeSize + 1) + types * 6 + characters + leapSeconds * (timeSize + 4)
      + indicators
  }
}

/// Bytes that are read from the front, the highest of a number first.
private struct BigEndianReader {
  private let content: [UInt8]
  private var position = 0

  init(_ content: [UInt8]) { self.content = content }

  mutating func bytes(_ count: Int) -> ArraySlice<UInt8>? {
    guard count >= 0, count <= content.count - position else { return nil }
    defer { position += count }
    return content[position..<position + count]
  }

  mutating func skip(_ count: Int) -> Bool { bytes(count) != nil }

  /// A signed number of 4 or 8 bytes.
  mutating func integer(_ size: Int) -> Int64? {
    guard let bytes = bytes(size) else { return nil }
    let bits = bytes.reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
    return size == 4 ? Int64(Int32(truncatingIfNeeded: bits)) : Int64(bitPattern: bits)
  }

  /// What stands between two line ends.
  mutating func line() -> String? {
    guard bytes(1)?.first == UInt8(ascii: "\n") else { return nil }
    let rest = content[position...]
    guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    return String(validating: rest[..<end], as: UTF8.self)
  }
}
