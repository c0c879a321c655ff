internal import Diagnostics
internal import Questionnaire

/// Loads and checks generated models: how long for 10,000 questions, and what it grows with.
func benchmarkLoad() {
  print("Load and check a model (bar: 10,000 questions in under 300 ms)")
  for shape in GeneratedModel.Shape.allCases {
    var line = "  \(shape.rawValue)"
    for questions in [1_000, 10_000] {
      let file = SourceFile(
        name: "generated.yaml", text: GeneratedModel.text(questions: questions, shape: shape))
      var findings = 0
      let time = best(of: 3) { findings = Questionnaire.load(file).diagnostics.count }
      line += "  \(questions): \(written(time))" + (findings == 0 ? "" : " (\(findings) findings)")
    }
    print(line)
  }
}
