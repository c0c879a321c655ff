internal import FoundationEssentials

// `benchmarks --write-yaml FILE` hands the large questionnaire to a rival that runs elsewhere.
if let option = CommandLine.arguments.firstIndex(of: "--write-yaml"),
  option + 1 < CommandLine.arguments.count
{
  let path = CommandLine.arguments[option + 1]
  try Data(largeQuestionnaire().utf8).write(to: URL(filePath: path))
} else if let option = CommandLine.arguments.firstIndex(of: "--write-cel"),
  option + 1 < CommandLine.arguments.count
{
  // The times of the expressions, for a table beside rivals.
  let path = CommandLine.arguments[option + 1]
  try Data(celTimes().utf8).write(to: URL(filePath: path))
} else if let option = CommandLine.arguments.firstIndex(of: "--write-bulk"),
  option + 1 < CommandLine.arguments.count
{
  // The times of the columns, likewise.
  let path = CommandLine.arguments[option + 1]
  try Data(bulkTimes().utf8).write(to: URL(filePath: path))
} else if let option = CommandLine.arguments.firstIndex(of: "--write-doubt"),
  option + 1 < CommandLine.arguments.count
{
  // The times of drawing weights, likewise.
  let path = CommandLine.arguments[option + 1]
  try Data(doubtTimes().utf8).write(to: URL(filePath: path))
} else if let option = CommandLine.arguments.firstIndex(of: "--folder") {
  // `--folder DIR` keeps the folder, to try commands on it.
  benchmarkFolder(in: CommandLine.arguments.dropFirst(option + 1).first)
} else if let option = CommandLine.arguments.firstIndex(of: "--reports") {
  // `--reports DIR` likewise.
  benchmarkReports(in: CommandLine.arguments.dropFirst(option + 1).first)
} else if CommandLine.arguments.contains("--cel") {
  benchmarkCEL()
} else if CommandLine.arguments.contains("--hostile") {
  // In a process of its own, whose memory nothing else has touched.
  benchmarkHostile()
} else if CommandLine.arguments.contains("--scoring") {
  benchmarkScoring()
} else if CommandLine.arguments.contains("--bulk") {
  benchmarkBulk()
} else if CommandLine.arguments.contains("--doubt") {
  benchmarkDoubt()
} else if CommandLine.arguments.contains("--plan") {
  benchmarkPlan()
} else if CommandLine.arguments.contains("--screens") {
  benchmarkScreens()
} else if CommandLine.arguments.contains("--load") {
  benchmarkLoad()
} else {
  benchmarkCEL()
  benchmarkYAML()
  benchmarkLoad()
  benchmarkAnswer()
  benchmarkScreens()
  benchmarkScoring()
  benchmarkBulk()
  benchmarkDoubt()
  benchmarkPlan()
}
