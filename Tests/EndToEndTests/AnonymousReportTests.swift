import Foundation
import Testing

/// What the report on all clusters tells when codes stand in place of names.
@Suite struct AnonymousReportTests {
  /// No identifier and no name of the shipped clusters is anywhere in it, in any format and language.
  @Test(arguments: ["lt", "en"]) func tellsNobodysName(_ language: String) throws {
    let folder = try Folder()
    try folder.linkShipped()
    let run = try Program.run(
      [
        "report", "--together", "--anonymous", "--key", "key.csv", "--format",
        "md,html,xlsx,csv,json", "-o", "out", "--lang", language,
      ], in: folder)
    #expect(run.end == .exited(0), "\(run.errors)")
    let ids = try FileManager.default.contentsOfDirectory(
      atPath: folder.url.appending(path: "results/").path()
    ).filter { !$0.hasPrefix(".") }
    let score = try Program.run(["score", "--format", "csv"], in: folder)
    let names = score.output.split(separator: "\r\n").dropFirst().compactMap { line in
      ids.first { line.hasPrefix($0 + ",") }.map { line.dropFirst($0.count + 1) }
    }.compactMap { rest -> String? in
      // A name with quotes in it is quoted, and its quotes are doubled.
      let isQuoted = rest.hasPrefix("\"")
      let end =
        isQuoted ? rest.dropFirst().firstRange(of: "\",")?.lowerBound : rest.firstIndex(of: ",")
      return end.map { String(rest[..<$0].drop { $0 == "\"" }).replacing("\"\"", with: "\"") }
    }
    #expect(ids.count > 10 && names.count == ids.count)
    let files = try FileManager.default.contentsOfDirectory(
      atPath: folder.url.appending(path: "out").path())
    #expect(files.count == 5)
    for file in files {
      let text = try folder.readUnpacked("out/" + file)
      let told = (ids + names).filter(text.contains)
      #expect(told.isEmpty, "\(file)")
    }
  }
}
