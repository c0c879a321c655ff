import Foundation
import TestKit
import Testing

/// `--format pdf` beside programs that are missing, too old, fail, hang or do what they should.
@Suite struct PDFProgramTests {
  /// A script in the place of WeasyPrint, in a folder with results, and an environment that has
  /// nothing else to make PDF with.
  private static func prepared(
    version: String = "70.0", _ script: String
  ) throws -> (folder: Folder, environment: [String: String]) {
    let folder = try ReportingCommandsTests.prepared()
    try folder.write(
      """
      #!/bin/sh
      PATH=/usr/bin:/bin
      if [ "$1" = --version ]; then echo "WeasyPrint version \(version)"; exit 0; fi
      \(script)

      """, to: "weasyprint")
    let path = folder.url.appending(path: "weasyprint").path
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return (
      folder,
      [
        "BRANDA_WEASYPRINT": path, "BRANDA_CHROMIUM": "/nonexistent", "PATH": "/nonexistent",
        "HOME": folder.url.path,
      ]
    )
  }

  private static let report = [
    "report", "alfa", "--lang", "en", "--format", "csv,pdf,md", "-o", "out",
  ]

  private static let otherFiles = """
    written: out/alfa-2026.csv
    written: out/alfa-2026.en.md

    """

  /// Too old is as good as none; the other formats are there all the same.
  @Test func whereThereIsNone() throws {
    let (folder, environment) = try Self.prepared(version: "69.1", "exit 1")
    let run = try Program.run(Self.report, in: folder, environment: environment)
    #expect(run.end == .exited(69))
    let path = folder.url.appending(path: "weasyprint").path
    #expect(
      run.errors.hasSuffix(
        """
        “\(path)” is version 69.1; 70 or later is needed, so it is not used
        \(Self.otherFiles)branda: no program that makes PDF is installed
          = run “make install-pdf” in Branda’s folder, or name WeasyPrint 70 or later in \
        BRANDA_WEASYPRINT; HTML reports can be printed from any browser, too

        """), "\(run.errors)")
    #expect(folder.exists("out/alfa-2026.csv") && !folder.exists("out/alfa-2026.en.pdf"))
    try FileManager.default.removeItem(at: folder.url.appending(path: "weasyprint"))
    let named = try Program.run(Self.report, in: folder, environment: environment)
    #expect(named.end == .exited(69))
    #expect(
      named.errors.hasSuffix(
        """
        \(Self.otherFiles)branda: “\(path)” could not be started
          = look whether it is there and can be run; BRANDA_WEASYPRINT names another

        """), "\(named.errors)")
  }

  @Test func itsOwnWordsAreShown() throws {
    let (folder, environment) = try Self.prepared(
      "cat >/dev/null; printf 'no font\\033[2J\\n' >&2; exit 4")
    let run = try Program.run(Self.report, in: folder, environment: environment)
    #expect(run.end == .exited(1))
    #expect(!run.errors.contains("\u{1B}"))
    let path = folder.url.appending(path: "weasyprint").path
    let words =
      "\(Self.otherFiles)  | no font␛[2J\nbranda: “\(path)” failed to make PDF (status 4)\n"
    #expect(run.errors.hasSuffix(words), "\(run.errors)")
    #expect(!folder.exists("out/alfa-2026.en.pdf"))
  }

  /// It is given the page, and the moment that PDF are said to be made at; what is no PDF is refused.
  @Test func whatItMakesIsWritten() throws {
    let (folder, environment) = try Self.prepared(
      "echo \"%PDF-1.7 $SOURCE_DATE_EPOCH $*\"; head -c 15")
    let run = try Program.run(Self.report, in: folder, environment: environment)
    #expect(run.end == .exited(0), "\(run.errors)")
    #expect(
      try folder.read("out/alfa-2026.en.pdf")
        == "%PDF-1.7 0 --quiet --encoding utf-8 --pdf-variant pdf/ua-1 - -\n<!DOCTYPE html>")
    let (other, variables) = try Self.prepared("cat")
    let refused = try Program.run(Self.report, in: other, environment: variables)
    #expect(refused.end == .exited(1) && refused.errors.hasSuffix("(status 0)\n"))
    #expect(!other.exists("out/alfa-2026.en.pdf"))
  }

  /// Several are printed at a time; the first to be done waits to be told of until its turn has come.
  @Test func toldOfInOrder() throws {
    let (folder, environment) = try Self.prepared(
      """
      page=$(cat)
      case $page in *=Alfa*) i=0; while [ ! -e beta ] && [ $i -lt 1000 ]; do i=$((i+1)); sleep 0.01; done;; esac
      case $page in *=Beta*) echo >beta;; esac
      echo %PDF-1.7
      """)
    let run = try Program.run(
      ["report", "alfa", "beta", "--lang", "en", "--format", "pdf,csv", "-o", "out"], in: folder,
      environment: environment)
    #expect(run.end == .exited(0))
    let lines = run.errors.split(separator: "\n").filter { $0.hasPrefix("written: ") }
    #expect(
      lines == [
        "written: out/alfa-2026.en.pdf", "written: out/alfa-2026.csv",
        "written: out/beta-2026.en.pdf", "written: out/beta-2026.csv",
      ])
  }

  /// Whoever ends the report ends the program that hangs in it and what that has started; nothing of
  /// them stays behind.
  @Test(arguments: [SIGINT, SIGTERM, SIGHUP], [true, false])
  func itEndsWithTheReport(_ signal: Int32, _ isWeasyPrint: Bool) throws {
    var (folder, environment) = try Self.prepared(
      """
      for word in "$@"; do
        case $word in --user-data-dir=*) mkdir "${word#*=}"; echo >"${word#*=}/lock";; esac
      done
      mktemp >/dev/null
      exec 9>alive
      sleep 1000 &
      echo >&9
      wait
      """)
    if !isWeasyPrint {
      environment["BRANDA_CHROMIUM"] = environment.removeValue(forKey: "BRANDA_WEASYPRINT")
    }
    let temporary = folder.url.appending(path: "temporary").path
    try FileManager.default.createDirectory(atPath: temporary, withIntermediateDirectories: true)
    environment["TMPDIR"] = temporary
    let pipe = folder.url.appending(path: "alive").path
    try #require(mkfifo(pipe, 0o600) == 0)
    let alive = open(pipe, O_RDONLY | O_NONBLOCK)
    defer { close(alive) }
    let session = try PseudoTerminal(
      Program.path, Self.report, in: folder.url.path,
      environment: Program.environment.merging(environment, uniquingKeysWith: { $1 }))
    #expect(Self.next(alive) == 1)
    session.signal(signal)
    #expect(session.wait() == .killed(signal: signal))
    // The end of what they write: nobody has the pipe open any more.
    #expect(Self.next(alive) == 0)
    let left = try ["out", "temporary"].map { name in
      try FileManager.default.contentsOfDirectory(atPath: folder.url.appending(path: name).path)
    }
    // What WeasyPrint puts aside is its own.
    #expect(left[0] == ["alfa-2026.csv"] && (isWeasyPrint || left[1].isEmpty), "\(left)")
  }

  /// How many bytes come next: 0 at the end, `nil` where nothing comes.
  private static func next(_ descriptor: Int32) -> Int? {
    let deadline = Date.now.addingTimeInterval(20)
    while Date.now < deadline {
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      if poll(&request, 1, 100) > 0 {
        var bytes = [UInt8](repeating: 0, count: 10)
        return read(descriptor, &bytes, bytes.count)
      }
    }
    return nil
  }
}
