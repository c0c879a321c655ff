internal import CLibYAML
internal import Diagnostics
internal import YAML

/// Reads a large questionnaire as a tree, against the least that libyaml can do with it.
///
/// The floor is its raw events, read and thrown away. Best of several runs, taken in turns.
func benchmarkYAML() {
  let bytes = Array(largeQuestionnaire().utf8)
  let file = SourceFile(name: "large.yaml", bytes: bytes)
  var limits = YAMLLimits()
  limits.nodes = 10_000_000
  limits.aliasedNodes = 10_000_000
  let clock = ContinuousClock()
  var floor = Duration.seconds(1_000)
  var tree = floor
  var events = 0
  var findings = 0
  for _ in 0..<7 {
    floor = min(floor, clock.measure { events = drainEvents(bytes) })
    tree = min(
      tree, clock.measure { findings = YAML.parse(file, limits: limits).diagnostics.count })
  }
  let size = (Double(bytes.count) / 1_000_000).rounded(toPlaces: 1)
  print("YAML: \(size) MB, \(events) events, \(findings) findings")
  print("  libyaml's events  \(milliseconds(floor)) ms")
  print(
    "  checked tree      \(milliseconds(tree)) ms, \((tree / floor).rounded(toPlaces: 2)) times")
}

/// The number of events in a text, or of those before an error.
private func drainEvents(_ bytes: [UInt8]) -> Int {
  // libyaml keeps the parser's own address, so it must not move.
  let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  defer { parser.deallocate() }
  guard yaml_parser_initialize(parser) == 1 else { return 0 }
  defer { yaml_parser_delete(parser) }
  return bytes.withUnsafeBufferPointer { bytes in
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    var events = 0
    var event = yaml_event_t()
    var isFinished = false
    while !isFinished, yaml_parser_parse(parser, &event) == 1 {
      events += 1
      isFinished = event.type == YAML_STREAM_END_EVENT
      yaml_event_delete(&event)
    }
    return events
  }
}

/// A questionnaire with every style of scalar that models use, about 700 bytes a question.
func largeQuestionnaire(questions: Int = 14_000) -> String {
  var text = "questionnaire: didelis\nversion: 1.0.0\nlanguages: [lt, en]\nquestions:\n"
  for number in 0..<questions {
    text += """
        - id: klausimas_\(number)  # \(number)
          weight: \(number % 5 + 1)
          ask: {lt: Kas kasdien rūpinasi klasterio veikla?, en: Who runs the cluster day to day?}
          help:
            lt: "Įrašykite žmogų, kuris „šiandien“ atsako už klasterio ryšius\\u2026"
            en: >-
              Name the person who answers for the cluster's
              relations today, not the one who should.
          answer:
            ladder:
              - {lt: Niekas nepaskirtas, en: Nobody is named}
              - {lt: Vienas žmogus greta kitų darbų, en: One person beside other work}
              - {lt: 'Žmogus, kuriam už tai mokama', en: 'A person who is paid for it'}
          show_if: |
            members >= \(number % 90) &&
            size != 'small'
          evidence: {required_from: 3, hint: {lt: Pareigybės aprašymas, en: Job description}}

      """
  }
  return text
}

private func milliseconds(_ duration: Duration) -> Double {
  (duration / .milliseconds(1)).rounded(toPlaces: 1)
}

extension Double {
  fileprivate func rounded(toPlaces places: Int) -> Double {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    return (self * scale).rounded() / scale
  }
}
