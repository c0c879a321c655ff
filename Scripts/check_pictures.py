"""Checks the pictures of a page that a browser shows: what they say, and where it stands.

In every figure the picture and the table below it have to say the same. Texts and signs of a picture
carry a class for what they are (`Role` in Sources/Charts): a number of the picture stands in the row of
the table that has its name, all in one column, and that column has no number that the picture lacks.
Each sign stands where its number stands on the scale, measured against the numbers of the scale itself,
to a pixel and half of the last digit shown. What a table does not tell – where a chart of slopes ends,
how high a radar reaches – is taken from the picture's other signs.
"""

import math
import re
import unicodedata

# Every figure that is shown: its table, and its pictures as texts and signs in their own units.
FIGURES = """() => {
  const role = node => [...node.classList].find(name => name.startsWith('is-'))?.slice(3) ?? '';
  const place = node => ({x: +node.getAttribute('x'), y: +node.getAttribute('y')});
  const sign = node => {
    const box = node.getBBox();
    const points = [...(node.getAttribute('d') ?? '').matchAll(/[ML](-?[\\d.]+) (-?[\\d.]+)/g)]
      .map(match => [+match[1], +match[2]]);
    return {role: role(node), tag: node.tagName, classes: node.getAttribute('class') ?? '',
      left: box.x, right: box.x + box.width, top: box.y, bottom: box.y + box.height, points,
      isClosed: (node.getAttribute('d') ?? '').endsWith('Z')};
  };
  const text = node => ({role: role(node), text: node.textContent, ...place(node),
    anchor: node.getAttribute('text-anchor') ?? 'start', isPlain: !node.hasAttribute('class')});
  const signs = 'circle, rect, path';
  return [...document.querySelectorAll('.figure')].map(figure => ({
    id: figure.id,
    pictures: [...figure.querySelectorAll('svg')].filter(svg => svg.getBoundingClientRect().width > 0)
      .map(svg => ({
        isCompanion: svg.getAttribute('aria-labelledby').includes('companion'),
        isNarrow: svg.classList.contains('chart-narrow'),
        texts: [...svg.querySelectorAll('text')].map(text),
        signs: [...svg.querySelectorAll(signs)].map(sign),
        rows: [...svg.querySelectorAll('.is-row')].map(row => ({
          texts: [...row.querySelectorAll('text')].map(text),
          signs: [...row.querySelectorAll(signs)].map(sign)})),
      })),
    head: [...figure.querySelectorAll('thead th')].map(cell => cell.textContent.trim()),
    rows: [...figure.querySelectorAll('tbody tr')].map(
      row => [...row.children].map(cell => cell.textContent.trim())),
  }));
}"""

# Texts that are shown: cut off by the picture, or over another text. What letters reach beyond their
# advance (“T” and “Ž” do, by about a pixel) is measured with them; of the margin that pictures keep for
# it, at least 1.6 pixels are left in every shipped report, so there is no tolerance.
TEXTS = """() => {
  const found = [];
  const pen = document.createElement('canvas').getContext('2d');
  for (const svg of document.querySelectorAll('svg')) {
    const frame = svg.getBoundingClientRect();
    if (frame.width === 0) continue;
    const texts = [...svg.querySelectorAll('text')].filter(t => t.textContent.trim());
    const boxes = texts.map(t => t.getBoundingClientRect());
    boxes.forEach((box, i) => {
      const name = texts[i].textContent.trim();
      const style = getComputedStyle(texts[i]);
      const place = texts[i].getScreenCTM();
      const start = texts[i].getStartPositionOfChar(0);
      pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      const ink = pen.measureText(texts[i].textContent);
      const left = Math.min(box.left, place.e + place.a * (start.x - ink.actualBoundingBoxLeft));
      const right = Math.max(box.right, place.e + place.a * (start.x + ink.actualBoundingBoxRight));
      const top = Math.min(box.top, place.f + place.d * (start.y - ink.actualBoundingBoxAscent));
      const bottom = Math.max(
        box.bottom, place.f + place.d * (start.y + ink.actualBoundingBoxDescent));
      const beyond = Math.max(
        frame.left - left, right - frame.right, frame.top - top, bottom - frame.bottom);
      if (beyond > 0) found.push(`“${name}” is cut off by its picture (${beyond.toFixed(2)})`);
      const signs = svg.querySelectorAll(
        ':is(circle, path.stroke-ink, rect.fill-area):not([class*="is-"])');
      for (const sign of signs) {
        const other = sign.getBoundingClientRect();
        if (Math.min(box.right, other.right) - Math.max(box.left, other.left) > 0.5
            && Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 0.5)
          found.push(`“${name}” stands over a sign of the key or of a column`);
      }
      for (let j = 0; j < i; j++) {
        const other = boxes[j];
        const width = Math.min(box.right, other.right) - Math.max(box.left, other.left);
        // Line boxes are taller than letters: a third of one may overlap.
        const height = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
        if (width > 0.5 && height > Math.min(box.height, other.height) / 3)
          found.push(`“${name}” stands over “${texts[j].textContent.trim()}”`);
      }
    });
  }
  return found;
}"""


class Number:
    """A number as a language writes it, or a band from one to another."""

    def __init__(self, low, high, digits, slack=None):
        self.low, self.high, self.digits = low, high, digits
        self.middle = (low + high) / 2
        # What rounding takes off: half of the last digit. Whole numbers are counts and ends of bands.
        self.slack = slack if slack is not None else 0.5 * 10**-digits if digits else 0

    def on(self, scale):
        """Which share of a scale of its own it is, from the worst end; as it is where there is none."""
        if scale is None:
            return self
        worst, best = scale
        shares = sorted(100 * (value - worst) / (best - worst) for value in (self.low, self.high))
        return Number(*shares, self.digits, self.slack * 100 / abs(best - worst))

    @staticmethod
    def read(text, language):
        """`None` for what is no number."""
        point = "," if language == "lt" else "."
        single = r"([+−-]?)(\d[\d  ]*|\d{1,3}(?:,\d{3})+)" + rf"(?:\{point}(\d+))?"
        match = re.fullmatch(rf"{single}(?:–{single})?\s*%?", text.strip())
        if not match:
            return None
        parts = match.groups()

        def value(sign, whole, decimals):
            size = float(re.sub(r"\D", "", whole) + "." + (decimals or "0"))
            return -size if sign in ("−", "-") else size

        low = value(*parts[:3])
        high = value(*parts[3:]) if parts[4] else low
        return Number(low, high, max(len(parts[2] or ""), len(parts[5] or "")))


class Scale:
    """From numbers to places along a line, by two of them."""

    def __init__(self, first, second):
        (self.low, self.start), (high, end) = first, second
        self.step = (end - self.start) / (high - self.low)

    def place(self, value):
        return self.start + (value - self.low) * self.step

    def holds(self, value, place, slack=0.0):
        """Whether something stands where its value does, to a pixel and what rounding takes off."""
        return abs(self.place(value) - place) <= 1 + abs(self.step) * slack


def squeezed(text):
    """Without what pictures leave out: spaces at ends of lines, marks upon marks, marks of format."""
    return "".join(c for c in text if not c.isspace()
                   and unicodedata.category(c) not in ("Mn", "Me", "Cf", "Cc"))


def joined(texts):
    return "".join(squeezed(text["text"]) for text in texts)


def is_name_of(shown, name):
    """Whether a name in a picture, which may be cut, is that of a row of the table."""
    name = squeezed(name)
    return name.startswith(shown[:-1]) if shown.endswith("…") else shown == name


class Figure:
    """A figure as shown in one window."""

    def __init__(self, figure, language, scales):
        self.id, self.head, self.table = figure["id"], figure["head"], figure["rows"]
        self.language, self.scales = language, {squeezed(name): scales[name] for name in scales}
        self.main = [picture for picture in figure["pictures"] if not picture["isCompanion"]]
        self.companions = [picture for picture in figure["pictures"] if picture["isCompanion"]]
        self.problems = []

    def problem(self, text):
        self.problems.append(f"{self.id}: {text}")

    def number(self, text, name=None):
        """A number; of a row with a scale of its own, where it is drawn."""
        number = Number.read(text, self.language)
        return number and number.on(self.scales.get(squeezed(name or "")))

    def check(self):
        if not self.main:
            self.problem("has no picture")
            return self.problems
        if any(row["signs"] and any(sign["role"] == "value" or "stroke-grid" in sign["classes"]
                                    for sign in row["signs"])
               for picture in self.main for row in picture["rows"]):
            self.check_courses()
        elif any(sign["role"] == "line" for picture in self.main for sign in picture["signs"]):
            self.check_slopes()
        else:
            self.check_rows()
        return self.problems

    # Rows of names and numbers

    def placed(self, names):
        """The rows of the table that have these names, in their order; `None` for one without."""
        places, next_row = [], 0
        for name in names:
            found = next((row for row in range(next_row, len(self.table))
                          if is_name_of(name, self.table[row][0])), None)
            places.append(found)
            next_row = next_row if found is None else found + 1
        return places

    def same(self, shown, cell):
        """Whether a text of the picture says what a cell does: the same digits, or both no number."""
        if self.number(cell) is None:
            return self.number(shown) is None
        return squeezed(shown) == squeezed(cell)

    def column(self, texts, places, columns):
        """The column of the table that has these texts in these rows; `None` where there is none."""
        for column in columns:
            pairs = [(text, self.table[place][column]) for text, place in zip(texts, places)]
            if all(self.same(*pair) for pair in pairs):
                return column
        return None

    def check_table(self, texts, places, role, columns):
        """The numbers of a role are those of one of these columns, and the column has no others."""
        column = self.column(texts, places, columns)
        if column is None:
            shown = [text for text in texts if self.number(text)]
            self.problem(f"no column of the table has {', '.join(shown[:8])} in these rows ({role})")
            return None
        for place, row in enumerate(self.table):
            if place not in places and self.number(row[column]):
                self.problem(f"the picture lacks {row[column]} of “{row[0]}”")
        return column

    def check_rows(self):
        """Strips, dots and bars: a row each, on a scale from left to right."""
        rows = []
        for picture in self.main:
            scale = self.scale(picture)
            if scale is None:
                return
            rows += [(row, scale) for row in self.rows(picture)]
        places = self.placed([row["name"] for row, _ in rows])
        isWhole = all(place is not None for place in places)
        # One row of dots may stand for a table that tells only the ends of it.
        if not isWhole and not (len(rows) == 1 and rows[0][0]["signs"].get("dots")):
            lacking = [row["name"] for (row, _), place in zip(rows, places) if place is None]
            self.problem(f"its table has no row “{lacking[0]}”")
            return
        roles = {role for row, _ in rows for role in row["texts"]}
        self.columns = {}
        numbered = [column for column in range(1, len(self.head))
                    if any(self.number(row[column]) for row in self.table)]
        for role in sorted(roles):
            texts = [row["texts"].get(role, "") for row, _ in rows]
            if isWhole:
                columns = range(1, len(self.head))
                # Where nothing is open, ranges are the same numbers: the first are the values.
                if role == "value" and any(map(self.number, texts)):
                    columns = numbered[:1]
                self.columns[role] = self.check_table(texts, places, role, columns)
            elif not any(squeezed(texts[0]) == squeezed(cell) for row in self.table for cell in row):
                self.problem(f"shows {texts[0]}, its table does not")
        for row, scale in rows:
            for role in sorted(roles | ({"value", "reference"} & set(row["signs"]))):
                self.check_sign(row, role, scale)
        self.check_ranges(rows, places)
        self.check_dots(rows, places if isWhole else None)
        self.check_radars()

    def scale(self, picture):
        """The scale by its ends; every other number of it stands where it should."""
        ticks = [(self.number(text["text"]), text["x"])
                 for text in picture["texts"] if text["role"] == "scale"]
        ticks = sorted((tick[0].middle, tick[1]) for tick in ticks if tick[0])
        if len(ticks) < 2 or ticks[0][0] == ticks[-1][0] or ticks[0][1] >= ticks[-1][1]:
            self.problem("has no scale that can be read")
            return None
        scale = Scale(ticks[0], ticks[-1])
        self.ends = ticks[0][0], ticks[-1][0]
        for value, x in ticks:
            if not scale.holds(value, x):
                self.problem(f"{value} of the scale stands at {x}, not {scale.place(value):.1f}")
        return scale

    def rows(self, picture):
        """The rows of a picture with the signs that stand in them."""
        rows = []
        for row in picture["rows"]:
            texts = {}
            for text in row["texts"]:
                texts.setdefault(text["role"], []).append(text)
            name = joined(texts.pop("", []))
            heights = [text["y"] for text in row["texts"]]
            rows.append({
                "name": name, "signs": {}, "y": sum(heights) / len(heights) if heights else 0,
                "texts": {role: " ".join(text["text"] for text in lines)
                          for role, lines in texts.items()}})
        for sign in picture["signs"]:
            if sign["role"] not in ("value", "reference", "range", "dots"):
                continue
            middle = (sign["top"] + sign["bottom"]) / 2
            above = [row for row in rows if row["y"] < middle]
            # Names and numbers stand above their signs, or beside them.
            row = (above[-1] if picture["isNarrow"] and above
                   else min(rows, key=lambda row: abs(row["y"] - middle)))
            row["signs"].setdefault(sign["role"], []).append(sign)
        return rows

    def check_sign(self, row, role, scale):
        number = self.number(row["texts"].get(role, ""), row["name"])
        signs = row["signs"].get(role, [])
        if len(signs) != (1 if number else 0):
            self.problem(f"“{row['name']}” has {len(signs)} signs for its {role}"
                         f" “{row['texts'].get(role, '')}”")
            return
        for sign in signs:
            # Bars end at their value, other signs have it in their middle.
            isBar = sign["tag"] == "rect"
            place = sign["right"] if isBar else (sign["left"] + sign["right"]) / 2
            if not scale.holds(number.middle, place, number.slack):
                self.problem(f"the sign of {row['texts'][role]} of “{row['name']}” stands at"
                             f" {place:.1f}, its number at {scale.place(number.middle):.1f}")
            if isBar and not scale.holds(0, sign["left"]):
                self.problem(f"the bar of “{row['name']}” does not begin at zero")

    def check_ranges(self, rows, places):
        """What reaches from one number to another does so in the table: in one cell or in two."""
        if not any(row["signs"].get("range") for row, _ in rows):
            return
        if None in places:
            return

        def isTold(row, scale, ends):
            signs = row["signs"].get("range", [])
            if not signs:
                return True
            low, high = ends
            return (low is not None and high is not None
                    and scale.holds(low.low, signs[0]["left"], low.slack)
                    and scale.holds(high.high, signs[0]["right"], high.slack))

        def cells(place, columns):
            row = self.table[place]
            return [self.number(row[column], row[0]) for column in columns]

        count = len(self.head)
        pairs = [(column, column) for column in range(1, count)]
        pairs += [(low, high) for low in range(1, count) for high in range(low + 1, count)]
        if not any(all(isTold(row, scale, cells(place, pair))
                       for (row, scale), place in zip(rows, places)) for pair in pairs):
            self.problem("no column of the table tells from where to where its ranges reach")

    def check_dots(self, rows, places):
        """The outermost dots of a row are the least and the greatest number of a column."""
        for index, (row, scale) in enumerate(rows):
            for sign in row["signs"].get("dots", []):
                across = [x for x, _ in sign["points"]]
                table = self.table if places is None else [self.table[places[index]]]
                numbers = [number for line in table for number in map(self.number, line[1:])
                           if number and number.low == number.high]
                for end in (min(across), max(across)):
                    if not any(scale.holds(n.middle, end, n.slack) for n in numbers):
                        self.problem(f"a dot of “{row['name']}” stands at {end}, no number there")
                if places is not None and not any(
                        n.digits == 0 and n.middle == len(across) for n in numbers):
                    self.problem(f"“{row['name']}” has {len(across)} dots, its table does not say so")

    # Two rounds

    def check_slopes(self):
        """Lines from the numbers on the left to those on the right."""
        for picture in self.main:
            sides = {"reference": [], "value": []}
            for row in picture["rows"]:
                role = next((text["role"] for text in row["texts"] if text["role"]), None)
                if role is None:
                    self.problem("has a name without a number")
                    continue
                shown = next(text for text in row["texts"] if text["role"])
                name = joined([text for text in row["texts"] if not text["role"]])
                sides[role].append((name, shown["text"], shown["y"]))
            columns = {}
            for role, side in sides.items():
                if role == "reference" and picture["isNarrow"]:
                    # Without names, in the order of the numbers.
                    fits = [column for column in range(1, len(self.head)) if sorted(
                        squeezed(line[column]) for line in self.table if self.number(line[column])
                    ) == sorted(squeezed(text) for _, text, _ in side)]
                    columns[role] = fits[0] if fits else None
                    if not fits:
                        self.problem("no column of the table has the numbers on the left")
                        return
                    left = list(self.table)
                    for place, (_, text, y) in enumerate(side):
                        row = next(line for line in left
                                   if squeezed(line[fits[0]]) == squeezed(text))
                        left.remove(row)
                        side[place] = (row[0], text, y)
                    continue
                places = [next((place for place, line in enumerate(self.table)
                                if is_name_of(name, line[0])), None) for name, _, _ in side]
                if None in places:
                    self.problem(f"its table has no row “{side[places.index(None)][0]}”")
                    return
                columns[role] = self.check_table(
                    [text for _, text, _ in side], places, role, range(1, len(self.head)))
            if None in columns.values():
                return
            self.check_lines(picture, sides, columns)

    def check_lines(self, picture, sides, columns):
        """Ends stand in the order and at the distances of the numbers; lines join those of a row."""
        pairs = []
        for role, side in sides.items():
            ends = sorted((sign["top"] + sign["bottom"]) / 2
                          for sign in picture["signs"] if sign["role"] == role)
            ordered = sorted(side, key=lambda entry: entry[2])
            numbers = [self.number(text, name) for name, text, _ in ordered]
            if len(ends) != len(numbers):
                self.problem(f"{len(ends)} lines end at {len(numbers)} numbers ({role})")
                return
            if any(a.middle < b.middle for a, b in zip(numbers, numbers[1:])):
                self.problem(f"its numbers do not stand in their order ({role})")
            pairs += list(zip(numbers, ends))
        pairs.sort(key=lambda pair: pair[0].middle)
        (least, low), (greatest, high) = pairs[0], pairs[-1]
        if least.middle == greatest.middle:
            return
        scale = Scale((least.middle, low), (greatest.middle, high))
        if scale.step >= 0:
            self.problem("greater numbers stand lower")
        for number, y in pairs:
            # The ends of the scale are rounded, too.
            if not scale.holds(number.middle, y, 2 * number.slack):
                self.problem(f"{number.middle} ends at {y:.1f}, not {scale.place(number.middle):.1f}")
        lines = [sign["points"] for sign in picture["signs"] if sign["role"] == "line"]
        for row in self.table:
            before, now = (
                self.number(row[columns[role]], row[0]) for role in ("reference", "value"))
            if not before or not now:
                continue
            line = next((line for line in lines
                         if scale.holds(before.middle, line[0][1], 2 * before.slack)
                         and scale.holds(now.middle, line[-1][1], 2 * now.slack)), None)
            if line is None:
                self.problem(f"no line leads from {before.middle} to {now.middle} (“{row[0]}”)")
            else:
                lines.remove(line)
        if lines:
            self.problem(f"{len(lines)} lines are not in the table")

    # Three rounds or more

    def check_courses(self):
        """Small pictures: a point for every number of the row, on a scale from bottom to top."""
        panels = [row for picture in self.main for row in picture["rows"]]
        names = [joined([text for text in panel["texts"] if text["isPlain"]]) for panel in panels]
        places = self.placed(names)
        for panel, name, place in zip(panels, names, places):
            if place is None:
                self.problem(f"its table has no row “{name}”")
                continue
            dates = [text["text"] for text in panel["texts"]
                     if not text["role"] and not text["isPlain"] and text["text"] in self.head]
            if not dates:
                self.problem(f"“{name}” has no dates that the table has")
                continue
            columns = [self.head.index(date) for date in dates]
            cells = self.table[place][min(columns):max(columns) + 1]
            numbers = [self.number(cell, name) for cell in cells if self.number(cell)]
            points = [sign for sign in panel["signs"] if sign["role"] == "value"]
            shown = [text["text"] for text in panel["texts"] if text["role"] == "value"]
            last = [cell for cell in cells if self.number(cell)][-1:]
            if len(points) != len(numbers) or shown != last:
                self.problem(f"“{name}” has {len(points)} points and {shown}, its table {cells}")
                continue
            ticks = sorted((self.number(text["text"]).middle, -text["y"])
                           for text in panel["texts"] if text["role"] == "scale")
            grid = [y for sign in panel["signs"] if "stroke-grid" in sign["classes"]
                    for _, y in sign["points"]]
            if len(ticks) < 2 or not grid:
                self.problem(f"“{name}” has no scale that can be read")
                continue
            scale = Scale((ticks[0][0], max(grid)), (ticks[-1][0], min(grid)))
            across = [(sign["left"] + sign["right"]) / 2 for sign in points]
            if across != sorted(set(across)):
                self.problem(f"the points of “{name}” do not stand in the order of time")
            for sign, number in zip(points, numbers):
                y = (sign["top"] + sign["bottom"]) / 2
                if not scale.holds(number.middle, y, number.slack):
                    self.problem(f"{number.middle} of “{name}” stands at {y:.1f},"
                                 f" not {scale.place(number.middle):.1f}")
        # Sums may stand below what is drawn.
        drawn = [place for place in places if place is not None]
        for place, row in enumerate(self.table[:max(drawn, default=0)]):
            if place not in drawn and any(map(self.number, row[1:])):
                self.problem(f"the picture lacks “{row[0]}”")

    # Radars

    def check_radars(self):
        """Second pictures: how far from the middle each point is, and on which spoke."""
        for picture in self.companions:
            rings = [sign["points"] for sign in picture["signs"]
                     if "stroke-grid" in sign["classes"] and sign["isClosed"]]
            if not rings:
                self.problem("its radar has no rings")
                continue
            count = len(rings[0])
            centre = [sum(axis) / count for axis in zip(*rings[0])]
            radius = max(math.dist(centre, point) for ring in rings for point in ring)
            scale = Scale((self.ends[0], 0), (self.ends[1], radius))
            self.check_spokes(picture, count, centre)
            for role in ("value", "reference"):
                column = self.columns.get(role)
                if column is None:
                    continue
                expected = {spoke: number for spoke, number in enumerate(
                    self.number(row[column]) for row in self.table[:count]) if number}
                points = [point for sign in picture["signs"] if sign["role"] == role
                          for point in sign["points"] or [[
                              (sign["left"] + sign["right"]) / 2, (sign["top"] + sign["bottom"]) / 2]]]
                told = set()
                for x, y in points:
                    # In the middle all spokes meet.
                    fits = {spoke for spoke, number in expected.items() if math.dist(
                        (x, y), self.spoke(scale.place(number.middle), spoke, count, centre)
                    ) <= 1 + scale.step * number.slack}
                    told |= fits
                    if not fits:
                        self.problem(f"a point of the radar ({role}) stands at {x:.1f}, {y:.1f},"
                                     " where no number has it")
                if role == "value" and told != set(expected):
                    self.problem("its radar lacks numbers of the table")

    @staticmethod
    def spoke(distance, index, count, centre):
        """The place on a spoke so far from the middle."""
        angle = 2 * math.pi * index / count
        return centre[0] + distance * math.sin(angle), centre[1] - distance * math.cos(angle)

    def check_spokes(self, picture, count, centre):
        """Names clockwise in the order of the table, or as a list below."""
        names = {}
        for text in picture["texts"]:
            if text["isPlain"] and not re.fullmatch(r"\d", text["text"]):
                names.setdefault((text["anchor"], text["x"]), []).append(text)
        shown = [joined(sorted(lines, key=lambda text: text["y"])) for lines in names.values()]
        for row in self.table[:count]:
            if not any(squeezed(row[0])[:12] in name for name in shown):
                self.problem(f"its radar does not name “{row[0]}”")
        if picture["isNarrow"]:
            return
        for row in range(1, count):
            if row * 2 == count:
                continue
            isRight = row * 2 < count
            name = next((text for text in picture["texts"] if text["isPlain"]
                         and (text["x"] > centre[0]) == isRight
                         and squeezed(self.table[row][0]).startswith(squeezed(text["text"])[:8])),
                        None)
            if name is None:
                self.problem(f"“{self.table[row][0]}” stands on the wrong side of the radar")


def check(page, language, scales={}):
    """What is wrong with the pictures that a page shows in its present window.

    `scales` tells from where to where the scores of some rows go, the worst first, where pictures draw
    shares of the way.
    """
    return [problem for figure in page.evaluate(FIGURES)
            for problem in Figure(figure, language, scales).check()]
