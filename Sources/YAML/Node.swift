public import Diagnostics

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A node of a document: a scalar, a sequence or a mapping, with its place in the file.
///
/// A handle of two words; copying it copies nothing else. A node that is reached through an alias
/// is the anchored node itself, and its place is where that one stands.
public struct Node: Sendable {
  /// What a node can be.
  public enum Kind: Sendable { case scalar, sequence, mapping }

  let document: Document
  let index: Int

  var record: Record { document.records[index] }

  /// What the node is.
  public var kind: Kind {
    switch record.shape {
    case .sequence: .sequence
    case .mapping: .mapping
    case .plain, .singleQuoted, .doubleQuoted, .literal, .folded: .scalar
    }
  }

  /// The node's bytes in the file, quotes and block indicators included, anchor and tag not.
  public var place: Place { Place(document.file, record.range) }

  /// The node as a scalar; `nil` when it is none.
  public var scalar: Scalar? {
    record.shape.isScalar ? Scalar(document: document, index: index) : nil
  }

  /// The nodes of a sequence; empty when the node is none.
  public var elements: Elements {
    Elements(document: document, children: children(of: .sequence))
  }

  /// The entries of a mapping in the order of the file; empty when the node is none.
  ///
  /// Every key is a scalar and stands once: what a finding refused is left out.
  public var entries: Entries {
    Entries(document: document, children: children(of: .mapping))
  }

  private func children(of shape: Record.Shape) -> Range<Int> {
    let record = record
    guard record.shape == shape else { return 0..<0 }
    return Int(record.first)..<Int(record.first) + Int(record.count)
  }

  /// The value at a key, compared as text; `nil` when there is none or the node is no mapping.
  ///
  /// - Complexity: O(number of entries).
  public subscript(key: String) -> Node? {
    var key = key
    return key.withUTF8 { key in
      let children = children(of: .mapping)
      for position in stride(from: children.lowerBound, to: children.upperBound, by: 2) {
        let record = document.records[Int(document.children[position])]
        guard Int(record.count) == key.count else { continue }
        let isEqual = document.withText(of: record) { text in
          guard let text = text.baseAddress, let key = key.baseAddress else { return true }
          return memcmp(text, key, Int(record.count)) == 0
        }
        if isEqual {
          return Node(document: document, index: Int(document.children[position + 1]))
        }
      }
      return nil
    }
  }
}

/// The nodes of a sequence.
public struct Elements: RandomAccessCollection, Sendable {
  let document: Document
  let children: Range<Int>

  /// The position of the first element.
  public var startIndex: Int { 0 }
  /// The position behind the last element.
  public var endIndex: Int { children.count }

  /// The node at a position, counted from 0.
  public subscript(position: Int) -> Node {
    Node(document: document, index: Int(document.children[children.lowerBound + position]))
  }
}

/// The entries of a mapping, in the order of the file.
public struct Entries: RandomAccessCollection, Sendable {
  let document: Document
  let children: Range<Int>

  /// The position of the first entry.
  public var startIndex: Int { 0 }
  /// The position behind the last entry.
  public var endIndex: Int { children.count / 2 }

  /// The entry at a position, counted from 0.
  public subscript(position: Int) -> (key: Node, value: Node) {
    let first = children.lowerBound + 2 * position
    return (
      Node(document: document, index: Int(document.children[first])),
      Node(document: document, index: Int(document.children[first + 1]))
    )
  }
}
