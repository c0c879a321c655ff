import DisplayWidth
import Language

/// Where the programs that make PDF are looked for.
struct PDFProgramSearch {
  private let environment: [String: String]

  init(_ environment: [String: String]) { self.environment = environment }

  /// A WeasyPrint that is too old to be used.
  struct TooOld {
    let path: String
    let version: String
  }

  /// The first WeasyPrint that is new enough, with those met before it that are not.
  ///
  /// - Throws: where `BRANDA_WEASYPRINT` names one that is not there.
  func weasyPrint() throws(Failure) -> (program: WeasyPrint?, tooOld: [TooOld]) {
    let named = environment["BRANDA_WEASYPRINT"].flatMap { $0.isEmpty ? nil : $0 }
    var tooOld: [TooOld] = []
    for path in named.map({ [$0] }) ?? weasyPrintPlaces {
      guard let version = Self.version(path) else { continue }
      if let major = version.split(separator: ".").first.flatMap({ Int($0) }),
        major >= WeasyPrint.leastVersion
      {
        return (WeasyPrint(path: path), tooOld)
      }
      tooOld.append(TooOld(path: path, version: version))
    }
    if let named, tooOld.isEmpty {
      throw Failure(
        "exit.pdf-not-started", ["program": .text(named.madeVisible)], exit: .missingProgram)
    }
    return (nil, tooOld)
  }

  /// Where `make install-pdf` puts it, then wherever programs are.
  private var weasyPrintPlaces: [String] {
    let home = environment["HOME"].map { [$0 + "/.local"] } ?? []
    return (["/usr/local"] + home).map { $0 + "/lib/branda/weasyprint/bin/weasyprint" }
      + ["weasyprint"]
  }

  /// What follows `WeasyPrint version` in what a program says about itself.
  private static func version(_ path: String) -> String? {
    guard
      case .ended(status: 0, let output, _) = PipedProcess.run(
        [path, "--version"], .init(seconds: 30, outputBytes: 10_000))
    else { return nil }
    let words = String(decoding: output, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    return words.count >= 3 && words[0] == "WeasyPrint" ? String(words[2]) : nil
  }

  /// The first Chromium there is; `BRANDA_CHROMIUM` names another.
  func chromium() -> Chromium? {
    let named = environment["BRANDA_CHROMIUM"].flatMap { $0.isEmpty ? nil : $0 }
    let places =
      named.map { [$0] } ?? [
        "chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      ]
    let found = places.first { path in
      guard
        case .ended(status: 0, _, _) = PipedProcess.run([path, "--version"], .init(seconds: 30))
      else { return false }
      return true
    }
    return found.map(Chromium.init)
  }
}
