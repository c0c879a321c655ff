/// A small valid model around the piece a test is about.
enum ModelText {
  static func around(
    scoring: String = "", question: String = "{id: a, ask: A, answer: yes_no}",
    more: String = ""
  ) -> String {
    """
    questionnaire: small
    version: 1.0.0
    languages: [en]
    title: Small
    \(scoring)
    profile:
      - {id: members, ask: Members?, answer: {integer: {min: 1}}}
    capacities:
      - id: human
        title: Human
        questions:
          - {id: first, ask: First?, answer: {ladder: [None, Some, All]}}
          - \(question)
    \(more)
    """
  }
}
