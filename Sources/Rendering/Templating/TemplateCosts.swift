import Diagnostics

/// A template as the library gets it: variables unescaped, since texts are escaped already, and
/// sections with what their text costs.
///
/// What a section costs are the bytes that writing it once takes: its text and that of the inverted
/// sections and partials in it, but not the sections in it, which are counted when they are written.
/// Each tag counts as some bytes, too, so that time is bounded like space.
struct CostedTemplate {
  /// The text for the library.
  private(set) var text = ""
  /// What taking the whole template in once costs.
  private(set) var cost: Int

  private static let tagCost = 16

  /// - Parameter partials: What the templates cost that this one takes in.
  init(_ template: TemplateFile, partials: [String: Int]) {
    // Costs of what is open: of the template, then of each section in it.
    var costs = [0]
    var sectionCosts: [Int: Int] = [:]
    var openings: [Int] = []
    func add(_ cost: Int) { costs[costs.count - 1] = costs[costs.count - 1].adding(cost) }
    var end = 0
    for (index, tag) in template.tags.enumerated() {
      add(tag.range.lowerBound - end + Self.tagCost)
      end = tag.range.upperBound
      switch tag.kind {
      case .section where !Self.isPosition(tag):
        costs.append(0)
        openings.append(index)
      case .section, .inverted: openings.append(index)
      case .end:
        guard let opening = openings.popLast() else { continue }
        let opened = template.tags[opening]
        if opened.kind == .section, !Self.isPosition(opened), let cost = costs.popLast() {
          sectionCosts[opening] = cost
          sectionCosts[index] = cost
        }
      case .partial: add(partials[tag.name] ?? 0)
      case .variable, .comment: break
      }
    }
    add(template.file.bytes.count - end)
    cost = costs[0]
    text = Self.text(template, sectionCosts)
  }

  private static func isPosition(_ tag: TemplateTag) -> Bool {
    TemplateTag.positions.contains(tag.name)
  }

  private static func text(_ template: TemplateFile, _ sectionCosts: [Int: Int]) -> String {
    var text = ""
    var end = 0
    for (index, tag) in template.tags.enumerated() {
      text += template.file.text(end..<tag.range.lowerBound)
      end = tag.range.upperBound
      // The library would indent every line of a partial as its tag is: many lines, to no use.
      if tag.kind == .partial { text.removeIndentation() }
      let name = sectionCosts[index].map { "t\($0)(\(tag.name))" } ?? tag.name
      switch tag.kind {
      case .variable: text += "{{&\(name)}}"
      case .section: text += "{{#\(name)}}"
      case .inverted: text += "{{^\(name)}}"
      case .end: text += "{{/\(name)}}"
      case .partial: text += "{{>\(name)}}"
      case .comment: break
      }
    }
    return text + template.file.text(end..<template.file.bytes.count)
  }
}

extension Int {
  /// The sum, or the largest number where there is no such sum.
  fileprivate func adding(_ other: Int) -> Int {
    let (sum, isTooLarge) = addingReportingOverflow(other)
    return isTooLarge ? .max : sum
  }
}

extension String {
  /// Leaves the spaces off that the last line consists of.
  fileprivate mutating func removeIndentation() {
    let rest = dropLast(reversed().prefix { $0 == " " || $0 == "\t" }.count)
    if rest.isEmpty || rest.last?.isNewline == true { self = String(rest) }
  }
}
