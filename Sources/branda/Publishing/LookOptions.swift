import ArgumentParser
import Diagnostics
import DisplayWidth
import Language
import Rendering
import Results

/// How reports for people are to look.
struct LookOptions: ParsableArguments {
  @Option(help: .text("option.template", valueName: "option.folder"))
  var template: String?

  @Option(help: .text("option.style", valueName: "option.file"))
  var style: String?

  /// The name of the house style in a folder of templates.
  private static let styleName = "style.yaml"

  /// Reads templates and style, and shows everything that is wrong in them.
  ///
  /// - Throws: where they cannot be used.
  func look(_ console: Console) throws(Failure) -> ReportLook {
    var look = ReportLook()
    var diagnostics: [Diagnostic] = []
    var styleFile = style
    if let template {
      let names = try Self.names(in: template)
      if style == nil, names.contains(Self.styleName) {
        styleFile = template + "/" + Self.styleName
      }
      var files: [(name: String, file: SourceFile)] = []
      for name in names where name.hasSuffix(TemplateSet.ending) || TemplateSet.isName(name) {
        files.append(
          (name, try Files.read(template + "/" + name, isNamed: false, limit: 1_000_000)))
      }
      let checked = TemplateSet.overriding(with: files)
      look.templates = checked.value
      diagnostics += checked.diagnostics
    }
    if let styleFile {
      let folder = styleFile.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      let checked = HouseStyle.read(try Files.read(styleFile, isNamed: style != nil)) { name in
        let path = name.hasPrefix("/") ? name : (folder + [name[...]]).joined(separator: "/")
        return try? Files.read(path, isNamed: false, limit: 10_000_000).bytes
      }
      look.style = checked.value
      diagnostics += checked.diagnostics
    }
    console.show(diagnostics)
    guard !diagnostics.contains(where: { $0.severity == .error }) else { throw .silent(.badData) }
    return look
  }

  private static func names(in folder: String) throws(Failure) -> [String] {
    guard let names = try? FileSystem().list(folder) else {
      throw Failure(
        "exit.no-template-folder", ["folder": .text(folder.madeVisible)], exit: .missingInput)
    }
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }
}
