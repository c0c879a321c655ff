"""Makes a table of many clusters out of an exported one: each is one of the exported clusters under a
name of its own, with some of its answers from another one. The same number gives the same table.

Usage: portfolio-table.py EXPORTED.csv CLUSTERS >TABLE.csv
"""
import csv
import random
import re
import sys

# As long as registers have them, as short, without a place to break, and in other scripts.
NAMES = [
    "Lietuvos gyvybės mokslų, biotechnologijų ir medicinos prietaisų gamintojų klasteris „Šaltinis“",
    "Ą", "Nepaprastaiilgaspavadinimasbevienostarpovietosketikuriamkirsti", "Žemė & <Vanduo>",
    "Κλάστερ Ναυτιλίας", "Кластер морских технологий", "健康产业集群", "=SUM(A1)",
]
ABOUT_ROW = ("cluster", "period", "name", "status", "form", "language", "cluster_name")

with open(sys.argv[1], encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
rounds = {}
for row in rows:
    rounds.setdefault(row["cluster"], {})[row["period"]] = row
questions = {}
for column in rows[0]:
    question = re.split(r"[:\[]", column)[0]
    if question not in ABOUT_ROW:
        questions.setdefault(question, []).append(column)

chance = random.Random(20261123)
table = csv.DictWriter(sys.stdout, rows[0].keys(), lineterminator="\r\n")
table.writeheader()
clusters = sorted(rounds)
for number in range(int(sys.argv[2])):
    own, other = rounds[clusters[number % len(clusters)]], rounds[chance.choice(clusters)]
    taken = [question for question in questions if chance.random() < 0.4]
    name = NAMES[number % len(NAMES)] if number < 2 * len(NAMES) else f"Klasteris {number}"
    for period, row in own.items():
        made = dict(row)
        for question in taken:
            for column in questions[question]:
                made[column] = other.get(period, row)[column]
        made["cluster"] = f"cluster-{number + 1}"
        made["name"] = made["cluster_name"] = name
        table.writerow(made)
