"""Checks workbooks in LibreOffice, which computes every formula anew: what it comes to has to be what
Branda has written beside the formula, texts stay texts, and every sheet has its head in sight.

    python Scripts/check_workbooks.py FILE.xlsx…      (needs openpyxl and soffice)
"""

import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

import openpyxl

FIRST_OF_FORMULAS = ("=", "+", "-", "@")


RESULT = re.compile(rb"(<f>[^<]*</f>)<v>[^<]*</v>")


def without_results(path, folder):
    """The same workbook without what its formulas come to: what is there LibreOffice would believe."""
    stripped = pathlib.Path(folder) / pathlib.Path(path).name
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(stripped, "w") as new:
        for part in old.infolist():
            new.writestr(part, RESULT.sub(rb"\1", old.read(part)))
    return stripped


def computed_anew(path, folder):
    """The same workbook, its formulas computed by LibreOffice."""
    anew = pathlib.Path(folder) / "anew"
    subprocess.run(
        ["soffice", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", anew,
         without_results(path, folder)],
        check=True, capture_output=True, timeout=120)
    return anew / pathlib.Path(path).name


def same(a, b):
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return abs(a - b) < 1e-6
    return (a or "") == (b or "")


def check_workbook(path):
    """What is wrong with a workbook, in sentences; empty where nothing is."""
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        anew = openpyxl.load_workbook(computed_anew(path, folder), data_only=True)
    values = openpyxl.load_workbook(path, data_only=True)
    formulas = openpyxl.load_workbook(path)
    if anew.sheetnames != values.sheetnames:
        problems.append(f"{path}: LibreOffice sees other sheets: {anew.sheetnames}")
        return problems
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                place = f"{path}: {sheet.title}!{cell.coordinate}"
                written = values[sheet.title][cell.coordinate].value
                shown = anew[sheet.title][cell.coordinate].value
                if cell.data_type == "f" and not same(written, shown):
                    problems.append(f"{place}: {written!r} is written, {shown!r} computed")
                if cell.data_type == "e":
                    problems.append(f"{place}: an error: {written!r}")
                if isinstance(written, str) and written.startswith(FIRST_OF_FORMULAS):
                    if cell.data_type != "f" and anew[sheet.title][cell.coordinate].data_type != "s":
                        problems.append(f"{place}: {written[:20]!r} is no text any more")
        if sheet.auto_filter.ref and not sheet.freeze_panes:
            problems.append(f"{path}: {sheet.title}: its head scrolls away")
    return problems


def main(paths):
    problems = [problem for path in paths for problem in check_workbook(path)]
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{len(paths)} workbooks, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
