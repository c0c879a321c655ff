import Diagnostics

/// What can be told of templates only together: which takes in which, and what they name.
struct TemplateCheck {
  private let templates: [TemplateFile]
  private(set) var diagnostics: [Diagnostic] = []
  /// The templates, those that are taken in before those that take them in.
  private(set) var inside: [TemplateFile] = []

  init(_ templates: [TemplateFile]) {
    self.templates = templates
    checkNames()
    order()
  }

  private mutating func checkNames() {
    let names = templates.map(\.name)
    var unknown = UnknownNames()
    for template in templates {
      for tag in template.tags where tag.kind != .end {
        let place = Place(template.file, tag.range)
        if tag.kind == .partial {
          if !names.contains(tag.name) {
            diagnostics.append(
              unknown.finding(.missingPartial, tag.name, at: place, among: names))
          }
        } else if !TemplateTag.positions.contains(tag.name),
          let name = TemplateNames.unknown(in: tag.name)
        {
          var finding = unknown.finding(
            .unknownName, name, at: place, among: TemplateNames.known.sorted())
          finding.severity = .warning
          diagnostics.append(finding)
        }
      }
    }
  }

  /// Walks from each template to those it takes in; one met again on its own way is a circle.
  private mutating func order() {
    let byName = Dictionary(templates.map { ($0.name, $0) }) { first, _ in first }
    var isDone: Set<String> = []
    for start in templates where !isDone.contains(start.name) {
      // Each with its partials that are still to be walked; never deeper than there are templates.
      var way: [(template: TemplateFile, partials: ArraySlice<TemplateTag>)] = []
      func partials(_ template: TemplateFile) -> ArraySlice<TemplateTag> {
        template.tags.filter { $0.kind == .partial }[...]
      }
      way.append((start, partials(start)))
      while let last = way.indices.last {
        guard let tag = way[last].partials.popFirst() else {
          let template = way.removeLast().template
          isDone.insert(template.name)
          inside.append(template)
          continue
        }
        guard let next = byName[tag.name], !isDone.contains(tag.name) else { continue }
        if let first = way.firstIndex(where: { $0.template.name == tag.name }) {
          report(tag, in: way[last].template, way[first...].map { $0.template.name })
        } else {
          way.append((next, partials(next)))
        }
      }
    }
  }

  private mutating func report(_ tag: TemplateTag, in template: TemplateFile, _ names: [String]) {
    diagnostics.append(
      Diagnostic(
        .partialCycle, at: Place(template.file, tag.range),
        ["name": .text(tag.name), "way": .text((names + [tag.name]).joined(separator: " → "))]))
  }
}
