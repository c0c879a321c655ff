import Foundation
import Results
import TestKit

/// A disk in memory that keeps only what it promised to keep.
///
/// Written bytes and changed names are in the machine's memory (`cached`) until a flush brings them
/// to the disk. A process that is killed leaves them there; when the power fails, each file keeps
/// what was flushed and a random part of what was written since – whole writes in order, of the
/// last one a prefix, a prefix with zeros behind it, or any of its sectors – and each name is the
/// flushed one or any that it has been since. Writes may be short. A flush that fails forgets what
/// it should have brought to the disk, as Linux does.
final class SimulatedDisk: FileCalls, @unchecked Sendable {
  /// What happens at a call.
  enum Fault {
    case kill
    case powerFailure
    /// The call is refused, and those that follow in the session where `lasts`.
    case refusal(Int32, lasts: Bool)
    /// The folder is out of reach until the session ends.
    case vanishing
  }

  private final class Inode {
    var cached: [UInt8] = []
    var durable: [UInt8] = []
    var pending: [Change] = []
  }

  private enum Change {
    case write(offset: Int, bytes: [UInt8])
    case truncation(Int)
  }

  private final class Directory {
    var cached: [String: Entry] = [:]
    var durable: [String: Entry] = [:]
    /// What each name has been since the last flush; `nil` where there was no such name.
    var since: [String: [Entry?]] = [:]

    func set(_ name: String, _ entry: Entry?) {
      cached[name] = entry
      since[name, default: []].append(entry)
    }
  }

  private enum Entry {
    case file(Inode)
    case directory(Directory)
  }

  /// In bytes. Far smaller than any disk's, so that few lines are within one.
  private static let sector = 64

  private let root = Directory()
  private var random: SplitMix
  private var locked: Set<ObjectIdentifier> = []
  private var fault: (call: Int, what: Fault)?
  private var isDead = false
  private var refusal: Int32?
  private var hasVanished = false
  /// How many calls that a fault can meet there have been since the session began.
  private(set) var calls = 0
  /// The call at which the fault came; `nil` where the session ended before.
  private(set) var met: String?

  init(seed: UInt64) { random = SplitMix(seed: seed) }

  /// A process begins; something happens at a call of it.
  func begin(fault: Fault?, at call: Int) {
    self.fault = fault.map { (call, $0) }
    calls = 0
    met = nil
    isDead = false
    refusal = nil
    hasVanished = false
  }

  /// Whether the process lives no more; then all calls fail and do nothing.
  var isOver: Bool { isDead }

  /// The process ends, if it has not been ended already.
  func end() {
    isDead = true
    locked = []
  }

  /// The machine loses its memory.
  func losePower() {
    end()
    lose(root)
  }

  private func lose(_ directory: Directory) {
    for (name, versions) in directory.since.sorted(by: { $0.key < $1.key }) {
      let all = [directory.durable[name]] + versions
      directory.durable[name] = all[random.below(all.count)]
    }
    directory.since = [:]
    directory.cached = directory.durable
    for (_, entry) in directory.cached.sorted(by: { $0.key < $1.key }) {
      switch entry {
      case .directory(let inner): lose(inner)
      case .file(let inode): lose(inode)
      }
    }
  }

  private func lose(_ inode: Inode) {
    let kept = random.below(inode.pending.count + 1)
    for change in inode.pending.prefix(kept) { Self.apply(change, to: &inode.durable) }
    if kept < inode.pending.count, case .write(let offset, let bytes) = inode.pending[kept] {
      switch random.below(4) {
      case 0: break
      case 1, 2:
        let written = Array(bytes.prefix(random.below(bytes.count)))
        Self.apply(.write(offset: offset, bytes: written), to: &inode.durable)
        // The file may have grown already, with nothing in it yet; what was there is never lost.
        let missing = offset + bytes.count - inode.durable.count
        if missing > 0, random.below(2) == 0 {
          inode.durable += [UInt8](repeating: 0, count: missing)
        }
      default:
        // Sectors reach the disk in any order; the file is as long as the last of them.
        for start in stride(from: 0, to: bytes.count, by: Self.sector) where random.below(2) == 0 {
          let sector = Array(bytes[start..<min(start + Self.sector, bytes.count)])
          Self.apply(.write(offset: offset + start, bytes: sector), to: &inode.durable)
        }
      }
    }
    inode.pending = []
    inode.cached = inode.durable
  }

  private static func apply(_ change: Change, to bytes: inout [UInt8]) {
    switch change {
    case .truncation(let length):
      if length < bytes.count { bytes.removeLast(bytes.count - length) }
      bytes += [UInt8](repeating: 0, count: length - bytes.count)
    case .write(let offset, let new):
      let end = offset + new.count
      if bytes.count < end { bytes += [UInt8](repeating: 0, count: end - bytes.count) }
      bytes.replaceSubrange(offset..<end, with: new)
    }
  }

  private static func apply(_ change: Change, to inode: Inode) {
    apply(change, to: &inode.cached)
    inode.pending.append(change)
  }
}

extension SimulatedDisk {
  /// Counts a call, and lets happen what is to happen at it.
  ///
  /// - Parameter part: Does a part of the call, where it can be done in part.
  private func step(_ name: String, _ part: () -> Void = {}) throws(SystemError) {
    if isDead { throw SystemError(ESRCH) }
    if hasVanished { throw SystemError(ENOENT) }
    calls += 1
    if let fault, calls == fault.call {
      met = name
      switch fault.what {
      case .kill:
        part()
        end()
      case .powerFailure:
        part()
        losePower()
      case .refusal(let number, let lasts):
        part()
        if lasts { refusal = number }
        throw SystemError(number)
      case .vanishing: hasVanished = true
      }
      if isDead || hasVanished { throw SystemError(ENOENT) }
    }
    if let refusal { throw SystemError(refusal) }
  }

  private func directory(_ path: some StringProtocol) throws(SystemError) -> Directory {
    var current = root
    for part in path.split(separator: "/") where part != "." {
      switch current.cached[String(part)] {
      case .directory(let next): current = next
      case .file: throw SystemError(ENOTDIR)
      case nil: throw SystemError(ENOENT)
      }
    }
    return current
  }

  private func parent(_ path: String) throws(SystemError) -> (directory: Directory, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (root, path) }
    return (try directory(path[..<slash]), String(path[path.index(after: slash)...]))
  }

  func open(_ path: String, _ mode: OpenMode) throws(SystemError) -> any OpenFile {
    if isDead { throw SystemError(ESRCH) }
    if hasVanished { throw SystemError(ENOENT) }
    let (directory, name) = try parent(path)
    if case .directory = directory.cached[name] { throw SystemError(EISDIR) }
    let inode: Inode
    switch (mode, directory.cached[name]) {
    case (.reading, .file(let present)), (.writing, .file(let present)),
      (.making, .file(let present)), (.locking, .file(let present)):
      return File(self, present)
    case (.makingAnew, .file): throw SystemError(EEXIST)
    case (.reading, _), (.writing, _): throw SystemError(ENOENT)
    case (.making, _), (.makingAnew, _), (.locking, _):
      try step("make")
      inode = Inode()
      directory.set(name, .file(inode))
      return File(self, inode)
    }
  }

  func list(_ path: String) throws(SystemError) -> [String] {
    if isDead { throw SystemError(ESRCH) }
    if hasVanished { throw SystemError(ENOENT) }
    return Array(try directory(path).cached.keys)
  }

  func makeFolder(_ path: String) throws(SystemError) {
    let (directory, name) = try parent(path)
    guard directory.cached[name] == nil else { throw SystemError(EEXIST) }
    try step("make folder")
    directory.set(name, .directory(Directory()))
  }

  func flushFolder(_ path: String) throws(SystemError) {
    let directory = try directory(path)
    try step("flush folder")
    directory.durable = directory.cached
    directory.since = [:]
  }

  func rename(_ path: String, to other: String) throws(SystemError) {
    let (directory, name) = try parent(path)
    guard let entry = directory.cached[name] else { throw SystemError(ENOENT) }
    let target = try parent(other)
    try step("rename")
    directory.set(name, nil)
    target.directory.set(target.name, entry)
  }

  func remove(_ path: String) throws(SystemError) {
    let (directory, name) = try parent(path)
    guard directory.cached[name] != nil else { throw SystemError(ENOENT) }
    try step("remove")
    directory.set(name, nil)
  }

  /// The content of a file as any process sees it now.
  func content(_ path: String) -> [UInt8]? {
    guard let place = try? parent(path), case .file(let inode) = place.directory.cached[place.name]
    else { return nil }
    return inode.cached
  }

  /// Takes a name away, as a person would.
  func delete(_ path: String) {
    guard let place = try? parent(path) else { return }
    place.directory.set(place.name, nil)
  }
}

extension SimulatedDisk {
  private final class File: OpenFile, @unchecked Sendable {
    private let disk: SimulatedDisk
    private let inode: Inode
    private var offset = 0
    private var holdsLock = false

    init(_ disk: SimulatedDisk, _ inode: Inode) {
      self.disk = disk
      self.inode = inode
    }

    deinit { if holdsLock { disk.locked.remove(ObjectIdentifier(inode)) } }

    func status() throws(SystemError) -> FileStatus {
      FileStatus(kind: .file, size: inode.cached.count)
    }

    func read(into buffer: inout [UInt8]) throws(SystemError) -> Int {
      let rest = inode.cached[offset...].prefix(buffer.count)
      buffer.replaceSubrange(..<rest.count, with: rest)
      offset += rest.count
      return rest.count
    }

    func write(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(SystemError) -> Int {
      let short = Array(bytes.prefix(disk.random.below(bytes.count)))
      try disk.step("write") {
        SimulatedDisk.apply(.write(offset: offset, bytes: short), to: inode)
      }
      let isShort = !short.isEmpty && disk.random.below(8) == 0
      let written = isShort ? short : Array(bytes)
      SimulatedDisk.apply(.write(offset: offset, bytes: written), to: inode)
      return written.count
    }

    func truncate(to length: Int) throws(SystemError) {
      try disk.step("truncate")
      SimulatedDisk.apply(.truncation(length), to: inode)
    }

    func flush() throws(SystemError) {
      do {
        try disk.step("flush")
      } catch {
        if !disk.isDead { inode.pending = [] }
        throw error
      }
      for change in inode.pending { SimulatedDisk.apply(change, to: &inode.durable) }
      inode.pending = []
    }

    func lock() throws(SystemError) -> Bool {
      try disk.step("lock")
      guard disk.locked.insert(ObjectIdentifier(inode)).inserted else { return false }
      holdsLock = true
      return true
    }
  }
}
