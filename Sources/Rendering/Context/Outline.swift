import Documents

/// A document cut into sections, each heading with a name of its own that links can point at and a
/// level that skips none.
struct Outline {
  struct Section {
    var heading: Document.Heading
    var id: String
    var blocks: [Block] = []
  }

  enum Block {
    /// The level counts the title as 1.
    case heading(Document.Heading, level: Int, id: String)
    /// Anything else, with the id of the heading above it.
    case other(Document.Block, about: String)
  }

  /// The id of the title.
  static let title = "title"

  /// What stands before the first section.
  private(set) var intro: [Block] = []
  private(set) var sections: [Section] = []

  private var taken: Set<String> = [title]

  init(_ document: Document) {
    // Anchors keep their names, whatever is made up for the other headings.
    for case .heading(let heading) in document.blocks {
      if let anchor = heading.anchor { taken.insert(anchor) }
    }
    var given: Set<String> = []
    var about = Self.title
    var level = 1
    for block in document.blocks {
      guard case .heading(let heading) = block else {
        add(.other(block, about: about))
        continue
      }
      about = id(of: heading, given: &given)
      if heading.depth <= 1 {
        sections.append(Section(heading: heading, id: about))
        // The anchor is the section's, which its heading names.
        about += "-heading"
        level = 2
      } else {
        level = min(heading.depth + 1, level + 1, 6)
        add(.heading(heading, level: level, id: about))
      }
    }
  }

  private mutating func add(_ block: Block) {
    if let last = sections.indices.last {
      sections[last].blocks.append(block)
    } else {
      intro.append(block)
    }
  }

  private mutating func id(of heading: Document.Heading, given: inout Set<String>) -> String {
    if let anchor = heading.anchor, Self.isAnchor(anchor), given.insert(anchor).inserted {
      return anchor
    }
    var number = given.count + 1
    while taken.contains("part-\(number)") { number += 1 }
    let id = "part-\(number)"
    taken.insert(id)
    given.insert(id)
    return id
  }

  /// Whether a page and a template can use the name as it is.
  private static func isAnchor(_ anchor: String) -> Bool {
    !anchor.isEmpty
      && anchor.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "-"), UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }
}
