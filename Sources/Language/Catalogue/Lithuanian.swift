/// The program's texts in Lithuanian. The format is described at `CatalogueFile`.
let lithuanianCatalogue = #"""
  # Findings
  severity.error = klaida
  severity.warning = įspėjimas
  severity.note = pastaba

  # Words and counts that many commands use
  common.yes = taip
  common.no = ne
  common.more = ir dar {count}
  common.part = {part} iš {whole}
  common.from-to = {low}–{high}
  common.clusters#one = {count} klasteris
  common.clusters#few = {count} klasteriai
  common.clusters#other = {count} klasterių
  common.questions#one = {count} klausimas
  common.questions#few = {count} klausimai
  common.questions#other = {count} klausimų
  common.answers#one = {count} atsakymas
  common.answers#few = {count} atsakymai
  common.answers#other = {count} atsakymų
  common.files#one = {count} failas
  common.files#few = {count} failai
  common.files#other = {count} failų
  common.errors#one = {count} klaida
  common.errors#few = {count} klaidos
  common.errors#other = {count} klaidų
  common.warnings#one = {count} įspėjimas
  common.warnings#few = {count} įspėjimai
  common.warnings#other = {count} įspėjimų
  common.written = įrašyta: {file}

  # Heads of tables and names of quantities
  table.cluster = Klasteris
  table.questionnaire = Klausimynas
  table.period = Laikotarpis
  table.status = Būsena
  table.level = Lygis
  table.total = Bendras
  table.score = Balas
  table.coverage = Išsamumas
  table.range = Ribos
  table.rank = Vieta
  table.change = Pokytis
  table.capacity = Pajėgumai
  table.question = Klausimas
  table.answer = Atsakymas
  table.points = Taškai
  table.weight = Svoris
  table.share = Dalis
  table.priority = Svarba
  table.condition = Sąlyga
  table.state = Būklė
  table.updated = Paskutinis atsakymas
  table.field = Sritis
  table.members = Nariai
  table.minimum = Mažiausias
  table.lower-quartile = Apatinis kvartilis
  table.median = Mediana
  table.upper-quartile = Viršutinis kvartilis
  table.maximum = Didžiausias
  table.mean = Vidurkis
  table.comment = Pastaba
  table.evidence = Įrodymai

  # States of an answer
  answer.answered = atsakyta
  answer.unanswered = neatsakyta
  answer.not-applicable = netaikoma
  answer.not-applicable-because = netaikoma: {reason}
  answer.no-data = nėra duomenų
  answer.not-asked = neklausta
  answer.confirmed = patvirtinta
  answer.unconfirmed = nepatvirtinta

  # States of an assessment
  status.draft = juodraštis
  status.submitted = pateikta
  status.returned = grąžinta taisyti
  status.confirmed = patvirtinta
  status.locked = užrakinta
  status.title = Vertinimai aplanke „{folder}“
  status.empty = aplanke „{folder}“ vertinimų nėra

  # Checking questionnaires
  lint.clean#one = patikrintas {count} failas, trūkumų nerasta
  lint.clean#few = patikrinti {count} failai, trūkumų nerasta
  lint.clean#other = patikrinta {count} failų, trūkumų nerasta
  lint.findings#one = rastas {count} trūkumas
  lint.findings#few = rasti {count} trūkumai
  lint.findings#other = rasta {count} trūkumų
  lint.summary = patikrinta ({files}): {errors}, {warnings}

  # Scores
  score.title = Brandos profilis: {cluster}, {period}
  score.level = {number} lygis iš {count}: {level}
  score.level-none = Lygis dar nežinomas
  score.next-level = Iki kito lygio ({level}) trūksta
  score.top-level = Pasiektas aukščiausias lygis
  score.total = Bendras balas {score}
  score.coverage = atsakyta {answered} iš {applicable}
  score.not-applicable#one = {count} klausimas netaikomas
  score.not-applicable#few = {count} klausimai netaikomi
  score.not-applicable#other = {count} klausimų netaikoma
  score.unscored = neįvertinta: per mažai atsakymų
  score.range = nuo {low} iki {high}, nelygu, kokie bus likę atsakymai
  score.gates = Būtinosios sąlygos
  score.checks = Parengties patikros
  score.recommendations = Rekomendacijos
  score.recommendations-none = Rekomendacijų nėra
  score.waiting = laukiama atsakymų: {questions}
  score.threshold-total = bendras balas ne mažesnis kaip {threshold}
  score.threshold-capacity = {capacity} – ne mažiau kaip {threshold}
  condition.met = tenkinama
  condition.unmet = netenkinama
  condition.unknown = dar nežinoma
  priority.high = didelė
  priority.medium = vidutinė
  priority.low = maža

  # Comparing clusters
  compare.title = Brandos palyginimas: {clusters}, {period}
  compare.latest = Brandos palyginimas: {clusters}, naujausias kiekvieno vertinimas
  compare.none = nėra ko lyginti: nė vienas vertinimas neturi balo
  compare.unranked = vieta nenustatyta: atsakyta mažiau kaip {threshold} klausimų
  compare.suppressed = mažesnės kaip {count} klasterių grupės nerodomos
  compare.distribution = Pasiskirstymas

  # Filling in
  fill.next = Toliau
  fill.back = Atgal
  fill.review = Peržiūra
  fill.sections = Skyriai
  fill.help = Pagalba
  fill.save-and-leave = Išsaugoti ir baigti vėliau
  fill.do-not-know = Nežinau
  fill.not-applicable = Netaikoma
  fill.skipped = Praleista
  fill.saved = Išsaugota
  fill.position = Klausimas {number} iš {count}
  fill.left#one = Liko {count} neatsakytas klausimas
  fill.left#few = Liko {count} neatsakyti klausimai
  fill.left#other = Liko {count} neatsakytų klausimų
  fill.all-answered = Atsakyta į visus klausimus
  fill.number-invalid = Įrašykite skaičių, pavyzdžiui, {example}
  fill.number-between = Įrašykite skaičių nuo {low} iki {high}, pavyzdžiui, {example}
  fill.number-ambiguous = Skaičių galima suprasti dvejopai. Įrašykite jį be ženklo arba su visais skaitmenimis: {readings}
  fill.date-invalid = Įrašykite datą (metai-mėnuo-diena), pavyzdžiui, {example}
  fill.yes-or-no = Atsakykite „{yes}“ arba „{no}“
  fill.choose-one = Įrašykite skaičių nuo 1 iki {count}
  fill.choose-several = Įrašykite pasirinktų variantų numerius, atskirtus tarpais, pavyzdžiui, {example}
  fill.command.back = atgal
  fill.command.skip = praleisti
  fill.command.sections = skyriai
  fill.command.review = peržiūra
  fill.command.quit = baigti
  fill.command.not-applicable = netaikoma
  fill.command.do-not-know = nežinau
  fill.command.comment = pastaba

  # Reports
  report.title = Brandos ataskaita
  report.title-cluster = Brandos ataskaita: {cluster}
  report.title-all = Brandos ataskaita ({clusters})
  report.period = Laikotarpis
  report.questionnaire = Klausimynas „{questionnaire}“, {version} versija
  report.date = Parengta {date}
  report.invented = Šis klasteris išgalvotas, jo duomenys yra pavyzdys.
  report.summary = Santrauka
  report.strengths = Stiprybės
  report.gaps = Spragos
  report.next-steps = Tolesni žingsniai
  report.profile = Pajėgumų profilis
  report.comparison = Palyginimas
  report.changes = Pokyčiai nuo {period}
  report.answers = Atsakymai
  report.method = Metodas ir jo ribos
  report.privacy = Privatumas

  # When a command cannot go on
  exit.no-file = nėra failo „{file}“
  exit.no-folder = nėra aplanko „{folder}“
  exit.no-cluster = aplanke „{folder}“ nėra klasterio „{cluster}“
  exit.no-assessment = klasteris „{cluster}“ neturi laikotarpio {period} vertinimo
  exit.cannot-read = nepavyko perskaityti failo „{file}“: {reason}
  exit.cannot-create = nepavyko sukurti failo „{file}“: {reason}
  exit.cannot-write = nepavyko įrašyti failo „{file}“: {reason}
  exit.locked = šis vertinimas atvertas kitame lange (procesas {process}); baikite ten arba bandykite vėliau
  exit.no-program = reikia programos „{program}“, o ji neįdiegta
  exit.no-terminal = klausimus galima užduoti tik terminale; atsakymus pateikite taip: --answers FAILAS
  exit.interrupted = Viskas išsaugota. Tęsti galite taip: {command}
  exit.not-complete = neužbaigta: {questions}
  exit.unknown-language = nėra tekstų „{language}“ kalba; yra šios: {languages}
  exit.unknown-format = ši komanda neturi formato „{format}“; yra šie: {formats}
  """#
