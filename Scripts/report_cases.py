"""Writes models and assessments that reports have to bear: texts that are meant to do harm, answers that
are nobody's business, nothing answered, nothing applicable, one round and five, scales of every kind.

Usage: report_cases.py EXPORTED.csv FOLDER

FOLDER gets `questionnaires` with `results`; `rounds.csv` with clusters of one round and of five, made of
EXPORTED.csv, and `results-of-rounds` with one that has answered nothing; `answers.yaml` to an example.
Run it in the root of the repository. Everything here is invented.
"""
import csv
import json
import pathlib
import re
import sys

# What a format could take for more than text. Control characters and marks of direction are refused
# wherever somebody could write them, so none of these has any.
HARM = [
    "<script>alert(1)</script><img src=x onerror=alert(1)>", "</title></desc></svg></style>]]><!--",
    "=HYPERLINK(\"http://harm.example\",1)", "+1+cmd|'/C calc'!A0", "@SUM(1)", "-2+3",
    "javascript:alert(1)", "![x](http://harm.example/x.png) [y](javascript:alert(1)) `z` | a | # b",
    "{{title}} {{{title}}} {{>page.html}}", "&lt;b&gt; &amp; &#x3c;", "url(http://harm.example)",
    "z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309 zero\u200bwidth\u2060joined\ufeffmark soft\u00adhyphen",
    # Signs of other scripts, in the planes beyond the first and joined ones.
    "👩‍👩‍👧‍👦 🏳️‍🌈 🇱🇹 👍🏽 𝔘𝔫𝔦 健康产业 مجموعة שלום हिन्दी",
]
LONG = "Labailgas" * 1112  # 10,008 letters without a place to break
WORDY = "Ilga žodžių eilė be galo. " * 385  # 10,010 letters

# Confidential answers and what stands beside them: in no file of a report.
SECRETS = {
    "turnover": {"value": 733179, "comment": "Secretcomment", "evidence": [{"text": "Secretproof"}]},
    "founded": {"value": 1987},
    "owner": {"value": "Secretowner"},
    "margin": {"value": 37.31, "returned": {"by": "Rasa", "on": "2026-03-02", "note": "Secretnote"}},
    "bank": {"value": "secretbank"},
    "signed": {"value": "2013-07-19"},
    "loss": {"not_applicable": "Secretreason"},
}
# How these could be written, in any language; numbers for the texts only, since pictures have places.
SECRET_WORDS = ["secret"]
SECRET_NUMBERS = [
    "733179", "733,179", "733 179", "733 179", "733 179", "1987", "37.31", "37,31", "37.3", "37,3",
    "2013", "41474",
]

# Scales of their own, the worst first: figures draw shares of the way.
SCALES = {"Balai": (1, 5), "Bauda": (100, 0), "Dydis": (-203, 110)}


def text(value):
    """In both languages."""
    return {"en": value, "lt": value}


def question(name, ask, answer, **more):
    return {"id": name, "ask": text(ask), "answer": answer, "not_applicable": "with_reason", **more}


def ladder(steps):
    return {"ladder": [text(step) for step in steps]}


def harmful():
    """A model in which every text could do harm."""
    capacities = []
    for number in range(3):
        questions = [
            question(f"q{number}_{place}", HARM[(5 * number + place) % len(HARM)],
                     ladder([f"{HARM[(place + step) % len(HARM)]} {step}" for step in range(3)]))
            for place in range(5)
        ]
        capacities.append({
            "id": f"c{number}", "code": f"C{number}", "title": text(f"{HARM[number]} {number}"),
            "questions": questions})
    confidential = {"confidential": True}
    capacities.append({
        "id": "money", "title": text(LONG[:200]), "questions": [
            question("margin", "Margin", {"percent": {"places": 2}},
                     points={"linear": {"from": 0, "to": 100}}, **confidential),
            question("bank", "Bank", {"single": [
                {"id": "secretbank", **text("Secretbank"), "points": 2},
                {"id": "other", **text("Another"), "points": 5}]}, points="by_choice", **confidential),
            question("signed", "Signed", {"date": {"min": "2000-01-01"}}, weight=0, **confidential),
            question("loss", "Loss", "yes_no", **confidential),
            question("turnover", "Turnover", {"money": {"currency": "EUR", "min": 0}}, weight=0,
                     **confidential)]})
    return {
        "questionnaire": "harm", "version": "1.0.0", "languages": ["en", "lt"],
        "title": text(HARM[0]), "period": "year",
        "profile": [
            {"id": "founded", "ask": text("Founded"), "answer": {"year": {"min": 1950}}, **confidential},
            {"id": "owner", "ask": text("Owner"), "answer": {"text": {"lines": 1, "max": 200}},
             **confidential},
            {"id": "story", "ask": text(HARM[7]), "answer": {"text": {"lines": 9, "max": 20000}}},
        ],
        "capacities": capacities,
        "levels": [
            {"id": "low", "title": text(HARM[8])},
            {"id": "high", "title": text(HARM[11]), "requires": {"total": 60}, "gates": [
                {"id": "gate", "if": "q0_0 >= 3", "say": text(HARM[2])}]}],
        "recommendations": [
            {"id": "advice", "when": "q0_1 < 3", "priority": "high", "title": text(HARM[1]),
             "say": text(WORDY), "towards": ["c0"]}],
    }


def scaled():
    """A model whose capacities have scales of their own."""
    capacities = [
        {"id": f"s{place}", "title": text(name), "scale": {"from": low, "to": high}, "questions": [
            question(f"s{place}_{number}", f"{name} {number}", ladder(["a", "b", "c", "d", "e"]))
            for number in range(3)]}
        for place, (name, (low, high)) in enumerate(SCALES.items())
    ]
    return {
        "questionnaire": "scales", "version": "1.0.0", "languages": ["en", "lt"],
        "title": text("Scales"), "period": "year", "capacities": capacities,
        "levels": [{"id": "low", "title": text("Low")},
                   {"id": "high", "title": text("High"), "requires": {"total": 50}}],
    }


def assessment(folder, cluster, model, period, answers, name=None):
    at = "2026-02-11T09:14:03Z"
    entries = {key: {**entry, **({} if set(entry) == {"comment"} else {"at": at})}
               for key, entry in answers.items()}
    path = folder / "results" / cluster / f"{model}-{period}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    write(path, {
        "branda": "assessment/1", "cluster": cluster, "name": name or cluster, "period": period,
        "questionnaire": {"id": model, "version": "1.0.0", "digest": "sha256:0"}, "form": "full",
        "status": "draft", "sequence": 0, "answers": entries})


def write(path, value):
    # YAML reads JSON; the version is a text in both.
    path.parent.mkdir(parents=True, exist_ok=True)
    # It knows no pairs of surrogates, and wants every control character as an escape.
    shown = json.dumps(value, ensure_ascii=False, indent=1)
    shown = re.sub("[\x7f-\x9f\ufeff]", lambda match: f"\\u{ord(match[0]):04x}", shown)
    path.write_text(shown, encoding="utf-8")


def several_rounds(exported, folder):
    """A cluster of one round and one of five, of answers that others have given."""
    with open(exported, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with open(folder / "rounds.csv", "w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, rows[0].keys(), lineterminator="\r\n")
        table.writeheader()
        rounds = [("one-round", "2025", rows[0])] + [
            ("five-rounds", str(2021 + place), row) for place, row in enumerate(rows[1:6])]
        for cluster, period, row in rounds:
            table.writerow({**row, "cluster": cluster, "period": period, "name": cluster,
                            "cluster_name": cluster})


def main(exported, folder):
    write(folder / "questionnaires/harm.yaml", harmful())
    write(folder / "questionnaires/scales.yaml", scaled())
    steps = [f"q{number}_{place}" for number in range(3) for place in range(5)]
    for period in ("2024", "2025"):
        answers = {name: {"value": 1 + (place + int(period)) % 3, "comment": HARM[place % len(HARM)]}
                   for place, name in enumerate(steps)}
        answers["q0_1"] = {"value": 1, "comment": LONG[:2000], "evidence": [{"text": HARM[0]}, {"text": WORDY[:2000]}]}
        answers["q0_2"] = {"value": 2, "evidence": [{"text": text} for text in HARM]}
        answers["q1_0"] = {"not_applicable": HARM[11]}
        answers["story"] = {"value": "\n".join([*HARM, LONG])}
        assessment(folder, "harm", "harm", period, {**answers, **SECRETS}, (HARM[0] + HARM[3] + HARM[12])[:200])
    # Enough for groups, so that position and distributions are drawn.
    for number in range(5):
        assessment(folder, f"peer-{number}", "harm", "2025", {
            **{name: {"value": 1 + (place * number + number) % 3} for place, name in enumerate(steps)},
            **SECRETS}, HARM[number])
    assessment(folder, "not-applicable", "harm", "2025", {
        name: {"not_applicable": "Ne mums"} 
        for name in [*steps, "margin", "bank", "signed", "loss", "turnover"]})
    assessment(folder, "nothing", "harm", "2025", {})
    for period, shift in (("2024", 0), ("2025", 1)):
        assessment(folder, "scaled", "scales", period, {
            f"s{place}_{number}": {"value": 1 + (place + number + shift) % 5}
            for place in range(3) for number in range(2 + shift)})
    several_rounds(exported, folder)
    write(folder / "results-of-rounds/nothing/cluster-maturity-2025.yaml", {
        **json.loads((folder / "results/nothing/harm-2025.yaml").read_text(encoding="utf-8")),
        "questionnaire": {"id": "cluster-maturity", "version": "1.0.0", "digest": "sha256:0"}})
    # Answers to an example of another kind, for `branda fill --answers`.
    model = pathlib.Path("questionnaires/examples/data-practices.yaml").read_text(encoding="utf-8")
    choices = ["not_at_all", "in_part", "mostly", "fully"]
    write(folder / "answers.yaml", {
        name: choices[place % 4]
        for place, name in enumerate(re.findall(r"- id: (\w+_\d[ab])$", model, re.M))})


if __name__ == "__main__":
    main(sys.argv[1], pathlib.Path(sys.argv[2]))
