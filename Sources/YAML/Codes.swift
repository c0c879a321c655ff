internal import Diagnostics

// What this room can find. Each code has its sentence and its way out in the catalogue.

extension Diagnostic.Code {
  // The bytes.
  static let tooLarge = Self("yaml.too-large")
  static let notUTF8 = Self("yaml.not-utf8")
  static let invalidUTF8 = Self("yaml.invalid-utf8")
  static let forbiddenCharacter = Self("yaml.forbidden-character")
  static let ambiguousLineBreak = Self("yaml.ambiguous-line-break")

  // The tree.
  static let duplicateKey = Self("yaml.duplicate-key")
  static let firstKey = Self("yaml.duplicate-key.first")
  static let nonScalarKey = Self("yaml.non-scalar-key")
  static let mergeKey = Self("yaml.merge-key")
  static let unknownTag = Self("yaml.unknown-tag")
  static let tagMismatch = Self("yaml.tag-mismatch")
  static let integerOutOfRange = Self("yaml.integer-out-of-range")
  static let unknownAlias = Self("yaml.unknown-alias")
  static let cyclicAlias = Self("yaml.cyclic-alias")
  static let anchorHere = Self("yaml.anchor-here")
  static let secondDocument = Self("yaml.second-document")

  // The limits.
  static let tooDeep = Self("yaml.too-deep")
  static let tooManyNodes = Self("yaml.too-many-nodes")
  static let aliasExpansion = Self("yaml.alias-expansion")
  static let scalarTooLarge = Self("yaml.scalar-too-large")
  static let tooManyFindings = Self("yaml.too-many-findings")
}
