internal import Diagnostics
internal import Interview
internal import Questionnaire

/// Gives single answers in a model of 10,000 questions: one on which nothing depends, and the one
/// on which most depends. The number of evaluations is printed beside each time: it is the number
/// of conditions that read what changed, and nothing else.
func benchmarkAnswer() {
  let questions = 10_000
  print("One answer among \(questions) questions (bar: under 0.1 ms where nothing depends on it)")
  for shape in GeneratedModel.Shape.allCases {
    let file = SourceFile(
      name: "generated.yaml", text: GeneratedModel.text(questions: questions, shape: shape))
    guard let model = Questionnaire.load(file).value else { continue }
    var interview = Interview(model, context: Interview.Context(reportingYear: 2025))
    for question in 0..<questions { _ = interview.record(.value(.yesNo(true)), for: question) }
    let leaf = measure(questions - 1, &interview)
    let root = measure(0, &interview)
    print(
      "  \(shape.rawValue): the last \(written(leaf.time)), \(leaf.evaluated) evaluated;"
        + " the first \(written(root.time)), \(root.evaluated) evaluated")
  }
}

private func measure(
  _ question: Int, _ interview: inout Interview
) -> (time: Double, evaluated: Int) {
  var evaluated = 0
  var yes = true
  let rounds = 20
  let time = best {
    for _ in 0..<rounds {
      yes.toggle()
      evaluated = interview.record(.value(.yesNo(yes)), for: question).evaluated
    }
  }
  return (time / Double(rounds), evaluated)
}
