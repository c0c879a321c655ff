extension Document {
  /// The document as paper has it: sentences in place of the tables that say so.
  ///
  /// - Complexity: O(*n*) in blocks.
  public var onPaper: Document {
    var document = self
    document.blocks = blocks.map { block in
      guard case .table(let table) = block, let sentence = table.onPaper else { return block }
      return .paragraph([.text(sentence)])
    }
    return document
  }
}
