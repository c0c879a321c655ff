internal import CLibYAML

/// libyaml's event parser on bytes that somebody else keeps alive.
///
/// The only place that owns C memory: parser and event are deleted exactly once.
struct EventParser: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// The event read last; its pointers are valid until the next one is read.
  let event: UnsafeMutablePointer<yaml_event_t>

  /// `nil` when there is no memory.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    guard yaml_parser_initialize(parser) == 1 else {
      parser.deallocate()
      return nil
    }
    self.parser = parser
    event = .allocate(capacity: 1)
    event.initialize(to: yaml_event_t())
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_event_delete(event)
    event.deallocate()
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// Reads the next event; `false` when there is a syntax error.
  func next() -> Bool {
    yaml_event_delete(event)
    return yaml_parser_parse(parser, event) == 1
  }

  /// What libyaml says about the error that ended the events.
  var problem: SyntaxProblem {
    let state = parser.pointee
    let context = state.context.map { String(cString: $0) }
    return SyntaxProblem(
      text: state.problem.map { String(cString: $0) } ?? "", scalar: state.problem_mark.index,
      context: context, contextScalar: state.context_mark.index)
  }
}

/// A syntax error as libyaml reports it; offsets count Unicode scalars.
struct SyntaxProblem {
  var text: String
  var scalar: Int
  var context: String?
  var contextScalar: Int
}
