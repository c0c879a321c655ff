"""Checks a PDF against the page that it was printed from.

Language, title, PDF/UA-1; an outline of all headings; headings without a gap; alternative texts of
figures, which are the titles of the pictures; heads of tables; and the words of the page.
"""

import re
import subprocess
import unicodedata

import pikepdf


def structure(node, depth=0):
    """The elements of a structure tree from its root on, in their order."""
    kids = node.get("/K")
    if kids is None or depth > 200:
        return
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from structure(kid, depth + 1)


def titles(items, level=1):
    for item in items:
        yield level, " ".join(str(item.title).split())
        yield from titles(item.children, level + 1)


def plain(text):
    """Without what shows nothing: marks of format, and marks upon letters, which fonts may lack."""
    text = unicodedata.normalize("NFKC", text)
    return "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Mn", "Me"))


def is_legible(word):
    """Whether the fonts of PDF have its letters; those of other scripts are shown as boxes."""
    return all(unicodedata.name(c, "").startswith(("LATIN", "GREEK", "CYRILLIC", "DIGIT", "LOW LINE"))
               for c in word)


def words(text):
    return re.findall(r"\w+", plain(text))


def text_of(file, *options):
    return subprocess.run(
        ["pdftotext", *options, str(file), "-"], capture_output=True, text=True, check=True).stdout


def check_structure(root, page):
    level, alternatives = 0, []
    for element in structure(root.StructTreeRoot):
        kind = str(element.S)
        if re.fullmatch(r"/H[1-6]", kind):
            if int(kind[2]) > level + 1:
                yield f"{kind} follows a heading of level {level}"
            level = int(kind[2])
        if kind == "/Figure":
            alternatives.append(str(element.get("/Alt", "")).strip())
        if kind == "/TH":
            attributes = element.get("/A", [])
            if not isinstance(attributes, pikepdf.Array):
                attributes = [attributes]
            # Cells name their heads by these ids, which says more than a scope does.
            if "/ID" not in element and not any("/Scope" in a for a in attributes):
                yield "a head of a table says nothing of what it heads"
    if alternatives != page["pictures"]:
        yield f"its figures are told as {alternatives}, their titles are {page['pictures']}"


def check(file, page):
    """What is wrong with a PDF, in sentences; `page` tells what it was printed from."""
    with pikepdf.open(file) as pdf:
        root = pdf.Root
        if str(root.get("/Lang", "")) != page["language"]:
            yield f"its language is {root.get('/Lang')}"
        if not root.get("/MarkInfo", {}).get("/Marked", False):
            yield "is not tagged"
        if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
            yield "does not show its title"
        with pdf.open_metadata() as metadata:
            if str(metadata.get("pdfuaid:part", "")) != "1":
                yield "does not say that it is PDF/UA-1"
            if metadata.get("dc:title") != page["title"]:
                yield f"its title is {metadata.get('dc:title')}"
        with pdf.open_outline() as outline:
            outlined = list(titles(outline.root))
        headings = [(level, " ".join(text.split())) for level, text in page["headings"]]
        if outlined != headings:
            other = [a for a in outlined + headings if (a in outlined) != (a in headings)]
            yield f"its outline is not that of its headings: {other[:3] or 'another order'}"
        yield from check_structure(root, page)
    yield from check_words(file, page["text"])


def check_words(file, page_text):
    """Every word of the page is in the PDF."""
    output = plain(text_of(file, "-layout"))
    raw = plain(text_of(file, "-raw"))
    printed = set(words(output)) | set(words(raw)) | set(words(re.sub(r"-?\n\s*", "", output)))
    squeezed = re.sub(r"\s+", "", raw)

    def is_broken(word):
        """Whether a word longer than its line, such as a digest, is there in pieces."""
        return len(word) > 20 and all(
            word[place:place + 20] in squeezed for place in range(0, len(word), 1000))

    missing = [
        word for word in dict.fromkeys(words(page_text))
        if word not in printed and is_legible(word) and not is_broken(word)
    ]
    if missing:
        yield "lacks the words " + ", ".join(word[:40] for word in missing[:10])
