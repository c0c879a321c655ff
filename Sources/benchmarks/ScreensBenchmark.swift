internal import Diagnostics
internal import FoundationEssentials
internal import Interview
internal import Language
internal import Questionnaire
internal import Scoring
internal import Screens
internal import Terminal

/// What a person waits for: the first screen of the flagship, and a key in a model of 10,000
/// questions, from the key to the bytes for the terminal.
///
/// The first is measured in the process, from the bytes of the model's file to the bytes of the
/// frame; what a system needs to start a program comes on top (`branda --version`).
func benchmarkScreens() {
  print("The interview on the whole screen, 80 × 24 (bars: first screen 100 ms, a key 16 ms)")
  let window = WindowSize(columns: 80, rows: 24)
  let path = "questionnaires/cluster-maturity.yaml"
  if let text = try? String(contentsOfFile: path, encoding: .utf8) {
    let file = SourceFile(name: path, text: text)
    var bytes = 0
    let time = best {
      guard let screens = interview(file) else { return }
      var painter = FramePainter(isColored: true)
      bytes = painter.paint(screens.frame(window)).utf8.count
    }
    print("  the flagship, from its file to the first screen: \(written(time)) (\(bytes) bytes)")
  }
  for shape in GeneratedModel.Shape.allCases {
    let file = SourceFile(
      name: "generated.yaml", text: GeneratedModel.text(questions: 10_000, shape: shape))
    guard var screens = interview(file) else { continue }
    var painter = FramePainter(isColored: true)
    func press(_ key: Key) {
      _ = screens.handle(key, in: window)
      _ = painter.paint(screens.frame(window))
    }
    press(.enter)
    let moved = best { press(.down) }
    let answered = best {
      press(.character("1"))
      press(.enter)
    }
    let back = best { press(.backTab) }
    press(.function(3))
    let reviewed = best { press(.down) }
    print(
      "  10,000 questions, \(shape.rawValue): a key in a list \(written(moved)),"
        + " an answer and the next question \(written(answered)), back \(written(back)),"
        + " a key in the review \(written(reviewed))")
  }
}

private func interview(_ file: SourceFile) -> FullScreenInterview? {
  guard let model = Questionnaire.load(file).value else { return nil }
  let context = Interview.Context(reportingYear: 2025, points: Scorer(model).points)
  return FullScreenInterview(
    Interview(model, context: context),
    occasion: InterviewOccasion(cluster: "laser", period: "2025"), language: LanguageTag("lt"))
}
