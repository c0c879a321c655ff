/// The program's texts in English. The format is described at `CatalogueFile`.
let englishCatalogue = #"""
  # Findings
  severity.error = error
  severity.warning = warning
  severity.note = note

  # Words and counts that many commands use
  common.yes = yes
  common.no = no
  common.more = and {count} more
  common.part = {part} of {whole}
  common.from-to = {low}–{high}
  common.clusters#one = {count} cluster
  common.clusters#other = {count} clusters
  common.questions#one = {count} question
  common.questions#other = {count} questions
  common.answers#one = {count} answer
  common.answers#other = {count} answers
  common.files#one = {count} file
  common.files#other = {count} files
  common.errors#one = {count} error
  common.errors#other = {count} errors
  common.warnings#one = {count} warning
  common.warnings#other = {count} warnings
  common.written = written: {file}

  # Heads of tables and names of quantities
  table.cluster = Cluster
  table.questionnaire = Questionnaire
  table.period = Period
  table.status = Status
  table.level = Level
  table.total = Total
  table.score = Score
  table.coverage = Coverage
  table.range = Range
  table.rank = Rank
  table.change = Change
  table.capacity = Capacity
  table.question = Question
  table.answer = Answer
  table.points = Points
  table.weight = Weight
  table.share = Share
  table.priority = Priority
  table.condition = Condition
  table.state = State
  table.updated = Last answer
  table.field = Field
  table.members = Members
  table.minimum = Lowest
  table.lower-quartile = Lower quartile
  table.median = Median
  table.upper-quartile = Upper quartile
  table.maximum = Highest
  table.mean = Mean
  table.comment = Comment
  table.evidence = Evidence

  # States of an answer
  answer.answered = answered
  answer.unanswered = unanswered
  answer.not-applicable = not applicable
  answer.not-applicable-because = not applicable: {reason}
  answer.no-data = no data
  answer.not-asked = not asked
  answer.confirmed = confirmed
  answer.unconfirmed = not confirmed

  # States of an assessment
  status.draft = draft
  status.submitted = submitted
  status.returned = returned
  status.confirmed = confirmed
  status.locked = locked
  status.title = Assessments in “{folder}”
  status.empty = there are no assessments in “{folder}”

  # Checking questionnaires
  lint.clean#one = {count} file checked, nothing found
  lint.clean#other = {count} files checked, nothing found
  lint.findings#one = {count} finding
  lint.findings#other = {count} findings
  lint.summary = {files} checked: {errors}, {warnings}

  # Scores
  score.title = Maturity profile: {cluster}, {period}
  score.level = Level {number} of {count}: {level}
  score.level-none = Level not known yet
  score.next-level = To the next level, {level}
  score.top-level = The highest level is reached
  score.total = Total {score}
  score.coverage = {answered} of {applicable} answered
  score.not-applicable#one = {count} question not applicable
  score.not-applicable#other = {count} questions not applicable
  score.unscored = not scored: too few answers
  score.range = between {low} and {high}, depending on the answers still open
  score.gates = Must-haves
  score.checks = Readiness checks
  score.recommendations = Recommendations
  score.recommendations-none = No recommendations
  score.waiting = waiting for {questions}
  score.threshold-total = total at least {threshold}
  score.threshold-capacity = {capacity} at least {threshold}
  condition.met = met
  condition.unmet = not met
  condition.unknown = not known yet
  priority.high = high
  priority.medium = medium
  priority.low = low

  # Comparing clusters
  compare.title = Comparison of maturity: {clusters}, {period}
  compare.latest = Comparison of maturity: {clusters}, latest round of each
  compare.none = there is nothing to compare: no assessment has a score
  compare.unranked = no rank: fewer than {threshold} of the questions are answered
  compare.suppressed = groups of fewer than {count} are not shown
  compare.distribution = Distribution

  # Filling in
  fill.next = Next
  fill.back = Back
  fill.review = Review
  fill.sections = Sections
  fill.help = Help
  fill.save-and-leave = Save and finish later
  fill.do-not-know = I don’t know
  fill.not-applicable = Not applicable
  fill.skipped = Skipped
  fill.saved = Saved
  fill.position = Question {number} of {count}
  fill.left#one = {count} question left unanswered
  fill.left#other = {count} questions left unanswered
  fill.all-answered = Every question is answered
  fill.number-invalid = Write a number, for example {example}
  fill.number-between = Write a number from {low} to {high}, for example {example}
  fill.number-ambiguous = This can be read in two ways. Write it without the mark or with all places: {readings}
  fill.date-invalid = Write a date as year-month-day, for example {example}
  fill.yes-or-no = Answer “{yes}” or “{no}”
  fill.choose-one = Write a number from 1 to {count}
  fill.choose-several = Write the numbers of your choices with spaces between them, for example {example}
  fill.command.back = back
  fill.command.skip = skip
  fill.command.sections = sections
  fill.command.review = review
  fill.command.quit = quit
  fill.command.not-applicable = n/a
  fill.command.do-not-know = unknown
  fill.command.comment = comment

  # Reports
  report.title = Maturity report
  report.title-cluster = Maturity report: {cluster}
  report.title-all = Maturity of {clusters}
  report.period = Period
  report.questionnaire = Questionnaire {questionnaire}, version {version}
  report.date = Made on {date}
  report.invented = This cluster is invented: its data are an example.
  report.summary = Summary
  report.strengths = Strengths
  report.gaps = Gaps
  report.next-steps = Next steps
  report.profile = Profile by capacity
  report.comparison = Comparison
  report.changes = Changes since {period}
  report.answers = Answers
  report.method = Method and limits
  report.privacy = Privacy

  # When a command cannot go on
  exit.no-file = there is no file “{file}”
  exit.no-folder = there is no folder “{folder}”
  exit.no-cluster = no cluster “{cluster}” in “{folder}”
  exit.no-assessment = cluster “{cluster}” has no assessment of {period}
  exit.cannot-read = “{file}” cannot be read: {reason}
  exit.cannot-create = “{file}” cannot be created: {reason}
  exit.cannot-write = “{file}” cannot be written: {reason}
  exit.locked = this assessment is open in another window (process {process}); finish there or try later
  exit.no-program = the program “{program}” is needed and not installed
  exit.no-terminal = questions can be asked only at a terminal; give the answers with --answers FILE
  exit.interrupted = Everything is saved. To go on: {command}
  exit.not-complete = not complete: {questions}
  exit.unknown-language = there are no texts in the language “{language}”; there are {languages}
  exit.unknown-format = “{format}” is not a format of this command; there are {formats}
  """#
