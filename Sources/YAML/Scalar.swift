public import Diagnostics

/// A scalar: its decoded text, how it is written, and where each part of the text stands.
public struct Scalar: Sendable {
  /// How a scalar is written in the file.
  public enum Style: Sendable { case plain, singleQuoted, doubleQuoted, literal, folded }

  let document: Document
  let index: Int

  var record: Record { document.records[index] }

  /// The decoded text: escapes, folding and indentation resolved.
  ///
  /// - Complexity: O(length); a new string each time.
  public var text: String {
    document.withText(of: record) { String(decoding: $0, as: UTF8.self) }
  }

  /// How the scalar is written.
  public var style: Style {
    switch record.shape {
    case .singleQuoted: .singleQuoted
    case .doubleQuoted: .doubleQuoted
    case .literal: .literal
    case .folded: .folded
    case .plain, .sequence, .mapping: .plain
    }
  }

  /// The scalar's bytes in the file, quotes and block indicator included.
  public var place: Place { Place(document.file, record.range) }

  /// What the text stands for in the core schema of YAML 1.2, explicit tags honoured.
  ///
  /// - Complexity: O(length).
  public var content: Content {
    let record = record
    return document.withText(of: record) { text in
      // A text that does not fit its tag has been reported when the file was read.
      Content(text, shape: record.shape, tag: record.tag)
        ?? .string(String(decoding: text, as: UTF8.self))
    }
  }

  /// The bytes in the file that a part of the decoded text comes from.
  ///
  /// An escape, a folded line break or a doubled quote is one piece: a part of it gives the whole.
  /// An empty range gives the point where its place in the text stands.
  ///
  /// - Parameter utf8Range: Offsets in `text`, in bytes of UTF-8; what lies outside is cut off.
  /// - Complexity: O(1) where the file shows the text as it is, else O(length of the scalar).
  public func place(of utf8Range: Range<Int>) -> Place {
    let record = record
    let range = utf8Range.clamped(to: 0..<Int(record.count))
    if record.isVerbatim {
      let first = Int(record.first)
      return Place(document.file, first + range.lowerBound..<first + range.upperBound)
    }
    let provenance = document.withText(of: record) {
      Provenance(of: record, text: $0, in: document.file.bytes)
    }
    return Place(document.file, provenance?.source(of: range) ?? record.range)
  }
}
