"""Looks for confidential answers in every file of reports: as text, in the parts of workbooks, in PDF."""

import html
import re
import zipfile

import pikepdf

import check_pdf
from report_cases import SECRET_NUMBERS, SECRET_WORDS


def parts(file):
    """The texts of a file as written, and what a reader has of them."""
    if file.suffix == ".xlsx":
        with zipfile.ZipFile(file) as parts:
            written = " ".join(parts.read(name).decode() for name in parts.namelist())
    elif file.suffix == ".pdf":
        with pikepdf.open(file) as pdf:
            alternatives = [str(element.get("/Alt", ""))
                            for element in check_pdf.structure(pdf.Root.StructTreeRoot)]
            written = " ".join([check_pdf.text_of(file, "-raw"), str(pdf.docinfo), *alternatives])
    else:
        written = file.read_text(encoding="utf-8")
    # Places in pictures and sizes of columns are numbers, too.
    read = written
    if file.suffix in (".xlsx", ".html"):
        read = html.unescape(re.sub(r"<style.*?</style>|<[^>]*>", " ", written, flags=re.S))
    return written, read


# One of these every file tells, so that the search has something to find.
KNOWN = ("@SUM(1)", "q0_0", "peer-1")


def check(file):
    """Which secrets a file tells, in sentences."""
    written, read = parts(file)
    if not any(text in read for text in KNOWN):
        yield "tells nothing that is known, so no secret would be found in it"
    for word in SECRET_WORDS:
        if word in written.lower():
            yield f"tells {word!r}"
    for number in SECRET_NUMBERS:
        if re.search(rf"(?<![\d.,]){re.escape(number)}(?!\d)", read):
            yield f"tells {number}"
