internal import CLibYAML
internal import Diagnostics

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Builds the arena from libyaml's events, with an explicit stack and under the limits.
struct Composer {
  /// A collection that is still open.
  struct Frame {
    var record: UInt32
    var isMapping: Bool
    /// Where its children begin in `pending`.
    var base: Int
    /// The height reached inside so far, aliases followed.
    var height = 0
    /// The number of nodes, aliases followed, when it was opened.
    var expandedBefore: Int
    /// Its entry in `anchors`, or -1.
    var anchor: Int
  }

  /// A node that aliases may stand for.
  struct Anchor {
    var record: UInt32
    var place: Range<Int>
    var height = 0
    var expanded = 1
    var isOpen: Bool
  }

  let file: SourceFile
  let bytes: UnsafeBufferPointer<UInt8>
  let contentStart: Int
  let limits: YAMLLimits
  var cursor: OffsetCursor

  var records: ContiguousArray<Record> = []
  var children: ContiguousArray<UInt32> = []
  var decodedText: ContiguousArray<UInt8> = []
  /// The children of open collections, outermost first.
  var pending: ContiguousArray<UInt32> = []
  var frames: ContiguousArray<Frame> = []
  var anchors: [Anchor] = []
  var anchorsByName: [String: Int] = [:]
  var root: UInt32?
  /// The number of nodes so far, every alias counted as all that it stands for.
  var expanded = 0
  /// Where the last content ended: block collections have no end of their own.
  var lastEnd = 0
  var documents = 0
  var diagnostics: [Diagnostic] = []
  /// Whether reading has come to its end, or to an error that leaves no usable tree.
  var isFinished = false
  var isUnusable = false

  init(
    file: SourceFile, bytes: UnsafeBufferPointer<UInt8>, contentStart: Int, isASCII: Bool,
    limits: YAMLLimits
  ) {
    self.file = file
    self.bytes = bytes
    self.contentStart = contentStart
    self.limits = limits
    cursor = OffsetCursor(bytes, contentStart: contentStart, isASCII: isASCII)
    // Questionnaires have a node in about twenty bytes; a guess that is wrong only costs a copy.
    records.reserveCapacity(min(bytes.count / 16, limits.nodes))
    children.reserveCapacity(min(bytes.count / 16, limits.nodes))
  }

  /// Reads to the end of the file or to the first error that ends reading.
  mutating func run() {
    guard let parser = EventParser(UnsafeBufferPointer(rebasing: bytes[contentStart...])) else {
      return fail(Diagnostic(.syntax, at: nil, ["problem": .text("out of memory")]))
    }
    while !isFinished {
      guard parser.next() else {
        fail(diagnostic(for: parser.problem))
        break
      }
      take(parser.event.pointee)
    }
    // What was complete before reading stopped is still worth a look.
    while isUnusable, let frame = frames.popLast() {
      if frame.isMapping { _ = checkKeys(from: frame.base) }
      pending.removeLast(pending.count - frame.base)
    }
  }

  /// The tree and what was found.
  func result() -> Checked<Node?> {
    guard !isUnusable, let root else { return Checked(nil, diagnostics.sorted) }
    let record = records[Int(root)]
    let isEmpty = record.shape == .plain && record.range.isEmpty && record.tag == .none
    guard !isEmpty else { return Checked(nil, diagnostics.sorted) }
    let document = Document(
      file: file, records: records, children: children, decodedText: decodedText)
    return Checked(Node(document: document, index: Int(root)), diagnostics.sorted)
  }

  // MARK: Events

  private mutating func take(_ event: yaml_event_t) {
    switch event.type {
    case YAML_SCALAR_EVENT: scalar(event)
    case YAML_MAPPING_START_EVENT:
      open(
        .mapping, event, tag: event.data.mapping_start.tag,
        anchor: event.data.mapping_start.anchor)
    case YAML_SEQUENCE_START_EVENT:
      open(
        .sequence, event, tag: event.data.sequence_start.tag,
        anchor: event.data.sequence_start.anchor)
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: close(event)
    case YAML_ALIAS_EVENT: alias(event)
    case YAML_DOCUMENT_START_EVENT:
      documents += 1
      if documents > 1 { secondDocument(event) }
    case YAML_STREAM_END_EVENT: isFinished = true
    default: break
    }
  }

  private mutating func scalar(_ event: yaml_event_t) {
    let scalar = event.data.scalar
    var start = cursor.offset(ofScalar: event.start_mark.index)
    var end = cursor.offset(ofScalar: event.end_mark.index)
    var properties: NodeProperties?
    if scalar.tag != nil || scalar.anchor != nil {
      properties = NodeProperties(bytes, at: start)
      start = min(properties?.contentStart ?? start, end)
    }
    let shape: Record.Shape =
      switch scalar.style {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
      case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
      case YAML_LITERAL_SCALAR_STYLE: .literal
      case YAML_FOLDED_SCALAR_STYLE: .folded
      default: .plain
      }
    if shape == .literal || shape == .folded { end = endOfBlock(start, end) }
    let text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    guard text.count <= limits.scalarBytes else {
      let limit = ByteCount(limits.scalarBytes).words
      return fail(
        Diagnostic(.scalarTooLarge, at: Place(file, start..<end), ["limit": .text(limit)]))
    }
    var record = Record(start: UInt32(start), end: UInt32(end), shape: shape)
    record.count = UInt32(text.count)
    let offset = shape == .plain ? start : start + 1
    let length = shape == .plain ? end - start : end - start - 2
    if length == text.count, shape.rawValue <= Record.Shape.doubleQuoted.rawValue,
      isEqual(text, bytes, at: offset)
    {
      record.first = UInt32(offset)
      record.isVerbatim = true
    } else {
      record.first = UInt32(decodedText.count)
      decodedText.append(contentsOf: text)
    }
    if let tag = scalar.tag { record.tag = self.tag(tag, shape, properties) }
    checkText(text, of: record, properties)
    guard let index = add(record) else { return }
    lastEnd = max(lastEnd, end)
    if let name = scalar.anchor {
      anchorsByName[String(cString: name)] = anchors.count
      let place = properties?.anchor ?? start..<start
      anchors.append(Anchor(record: index, place: place, isOpen: false))
    }
    attach(index)
  }

  private mutating func open(
    _ shape: Record.Shape, _ event: yaml_event_t, tag: UnsafeMutablePointer<UInt8>?,
    anchor: UnsafeMutablePointer<UInt8>?
  ) {
    var start = cursor.offset(ofScalar: event.start_mark.index)
    var properties: NodeProperties?
    if tag != nil || anchor != nil {
      properties = NodeProperties(bytes, at: start)
      start = properties?.contentStart ?? start
    }
    guard frames.count < limits.depth else { return tooDeep(Place(file, character(at: start))) }
    var record = Record(start: UInt32(start), end: UInt32(start), shape: shape)
    if let tag { record.tag = self.tag(tag, shape, properties) }
    let before = expanded
    guard let index = add(record) else { return }
    var frame = Frame(
      record: index, isMapping: shape == .mapping, base: pending.count, expandedBefore: before,
      anchor: -1)
    if let anchor {
      frame.anchor = anchors.count
      anchorsByName[String(cString: anchor)] = anchors.count
      let place = properties?.anchor ?? start..<start
      anchors.append(Anchor(record: index, place: place, isOpen: true))
    }
    frames.append(frame)
  }

  private mutating func close(_ event: yaml_event_t) {
    guard let frame = frames.popLast() else { return }
    // A closing bracket has a width; the end of a block collection is only noticed at what
    // follows, which may be far below.
    if event.end_mark.index > event.start_mark.index {
      lastEnd = max(lastEnd, cursor.offset(ofScalar: event.end_mark.index))
    }
    let index = Int(frame.record)
    records[index].end = max(records[index].start, UInt32(lastEnd))
    records[index].first = UInt32(children.count)
    var next = frame.base
    for refused in frame.isMapping ? checkKeys(from: frame.base) : [] {
      children.append(contentsOf: pending[next..<refused])
      next = refused + 2
    }
    children.append(contentsOf: pending[next...])
    records[index].count = UInt32(children.count) - records[index].first
    pending.removeLast(pending.count - frame.base)
    let height = frame.height + 1
    if frame.anchor >= 0 {
      anchors[frame.anchor].isOpen = false
      anchors[frame.anchor].height = height
      anchors[frame.anchor].expanded = expanded - frame.expandedBefore
    }
    if let parent = frames.indices.last {
      frames[parent].height = max(frames[parent].height, height)
    }
    attach(frame.record)
  }

  private mutating func alias(_ event: yaml_event_t) {
    guard let name = event.data.alias.anchor.map({ String(cString: $0) }) else { return }
    let start = cursor.offset(ofScalar: event.start_mark.index)
    let end = cursor.offset(ofScalar: event.end_mark.index)
    let place = Place(file, start..<end)
    lastEnd = max(lastEnd, end)
    guard let anchor = anchorsByName[name].map({ anchors[$0] }) else {
      report(Diagnostic(.unknownAlias, at: place, ["name": .text(name.shortened)]))
      return attachNothing(at: start..<end)
    }
    guard !anchor.isOpen else {
      let note = Diagnostic.Note(
        .anchorHere, at: Place(file, anchor.place), ["name": .text(name.shortened)])
      report(
        Diagnostic(.cyclicAlias, at: place, ["name": .text(name.shortened)], notes: [note]))
      return attachNothing(at: start..<end)
    }
    guard frames.count + anchor.height <= limits.depth else { return tooDeep(place) }
    expanded += anchor.expanded
    guard expanded <= limits.aliasedNodes else {
      return fail(
        Diagnostic(.aliasExpansion, at: place, ["limit": .count(limits.aliasedNodes)]))
    }
    if let parent = frames.indices.last {
      frames[parent].height = max(frames[parent].height, anchor.height)
    }
    attach(anchor.record)
  }

  private mutating func secondDocument(_ event: yaml_event_t) {
    let start = cursor.offset(ofScalar: event.start_mark.index)
    let end = cursor.offset(ofScalar: event.end_mark.index)
    report(Diagnostic(.secondDocument, at: Place(file, start..<end)))
    isFinished = true
  }

  // MARK: Text

  /// The end of the last line of a block scalar that is not empty.
  private func endOfBlock(_ start: Int, _ end: Int) -> Int {
    var last = end
    while last > start + 1, bytes[last - 1].isBlank || bytes[last - 1].isLineBreak { last -= 1 }
    while last < end, bytes[last].isBlank { last += 1 }
    return last
  }

  private func isEqual(
    _ text: UnsafeBufferPointer<UInt8>, _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> Bool {
    guard let a = text.baseAddress, let b = bytes.baseAddress, !text.isEmpty else { return true }
    return memcmp(a, b + offset, text.count) == 0
  }
}
