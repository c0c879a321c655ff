internal import FoundationEssentials

// `benchmarks --write-yaml FILE` hands the large questionnaire to a rival that runs elsewhere.
if let option = CommandLine.arguments.firstIndex(of: "--write-yaml"),
  option + 1 < CommandLine.arguments.count
{
  let path = CommandLine.arguments[option + 1]
  try Data(largeQuestionnaire().utf8).write(to: URL(filePath: path))
} else {
  benchmarkYAML()
  benchmarkLoad()
  benchmarkAnswer()
  benchmarkScoring()
}
