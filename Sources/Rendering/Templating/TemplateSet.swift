public import Diagnostics
import Mustache

/// The templates of one way to write documents: those shipped, with a user's own in place of some.
public struct TemplateSet: Sendable {
  /// What a template's file is called beyond the template's name.
  public static let ending = ".mustache"

  /// The shipped ones. They stand in `Sources/Rendering/Templates` and travel inside the program.
  public static let standard = TemplateSet(
    checked: shipped.map { TemplateFile(name: $0.name, $0.file) })

  /// The shipped templates by the names of their files, for copying out.
  public static let shippedFiles: [(name: String, bytes: [UInt8])] = shipped.map {
    ($0.name + ending, $0.file.bytes)
  }

  /// Whether a file called so was meant to be a template whose ending was forgotten.
  public static func isName(_ name: String) -> Bool { shipped.contains { $0.name == name } }

  private let library: MustacheLibrary
  private let costs: [String: Int]

  /// The shipped templates with a user's in place of those of the same name.
  ///
  /// - Parameter files: By their file names, such as `table.html.mustache`, without a folder.
  /// - Returns: With all that is wrong in the user's files; not to be used where there are errors.
  public static func overriding(with files: [(name: String, file: SourceFile)]) -> Checked<
    TemplateSet
  > {
    let names = shipped.map(\.name)
    var diagnostics: [Diagnostic] = []
    var templates = Dictionary(
      uniqueKeysWithValues: shipped.map { ($0.name, TemplateFile(name: $0.name, $0.file)) })
    var unknown = UnknownNames()
    for (fileName, file) in files {
      let name = fileName.hasSuffix(ending) ? String(fileName.dropLast(ending.count)) : fileName
      guard names.contains(name), fileName != name else {
        diagnostics.append(
          unknown.finding(
            .unknownTemplate, fileName, at: Place(file, 0..<0), among: names.map { $0 + ending }))
        continue
      }
      templates[name] = TemplateFile(name: name, file)
    }
    let own = names.compactMap { templates[$0] }
    diagnostics += own.flatMap(\.diagnostics)
    diagnostics += TemplateCheck(own).diagnostics
    guard !diagnostics.contains(where: { $0.severity == .error }) else {
      return Checked(.standard, diagnostics)
    }
    let set = TemplateSet(checked: own) { file in
      diagnostics.append(Diagnostic(.refusedTemplate, at: Place(file, 0..<0)))
    }
    return Checked(set, diagnostics)
  }

  /// - Parameters:
  ///   - templates: In which nothing was found wrong, alone or together.
  ///   - refused: What is done about one that the library refuses all the same.
  private init(checked templates: [TemplateFile], refused: (SourceFile) -> Void = { _ in }) {
    var library = MustacheLibrary()
    var costs: [String: Int] = [:]
    for template in TemplateCheck(templates).inside {
      let costed = CostedTemplate(template, partials: costs)
      costs[template.name] = costed.cost
      do {
        try library.register(costed.text, named: template.name)
      } catch {
        refused(template.file)
      }
    }
    self.library = library
    self.costs = costs
  }

  /// More than any document comes to; a template that repeats without end reaches it soon.
  static let largestOutput = 200_000_000

  /// What a template makes of a value.
  ///
  /// - Throws: where that would be more than the limit.
  func render(_ value: TemplateValue, with name: String, limit: Int = largestOutput)
    throws(OutputTooLarge) -> String
  {
    let budget = OutputBudget(limit)
    guard budget.spend(costs[name] ?? 0),
      let text = library.render(value.bound(to: budget), withTemplate: name),
      !budget.isExhausted
    else { throw OutputTooLarge(limit: limit) }
    return text
  }
}

/// Templates that write more than any document comes to.
public struct OutputTooLarge: Error {
  /// In bytes.
  public let limit: Int
}
