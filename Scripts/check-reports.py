"""Checks written reports as their readers meet them: in a browser and as tagged PDF.

Usage: check-reports.py CHROMIUM FOLDER

In the browser: no violation found by axe; no sideways scroll at 320 pixels, which is also 1280 pixels
at 400 %; every text of a picture inside the picture and over no other text; every number and every
sign of a picture as the table below it says (check_pictures.py, which is tried with the mistakes of
picture_seeds.py); with forced colours, nothing in the colour of what it stands on; nothing fetched, no
script. In the PDF: language, title, PDF/UA-1, outline, headings without a gap, alternative
texts of figures, heads of tables, and the words of the HTML. Files in FOLDER/again are the same
as in FOLDER, byte for byte. Pages in FOLDER/SIZE are looked at in the browser, too.
"""
import pathlib
import re
import sys
import unicodedata

import pikepdf
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

import check_pictures
import picture_seeds

CHROMIUM, FOLDER = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
problems = []
# Mistakes of pictures that no page has been tried with yet.
seeds = list(picture_seeds.SEEDS)


def problem(file, text):
    problems.append(f"{file.relative_to(FOLDER)}: {text}")


# Texts in the very colour of what they stand on.
INVISIBLE = """() => {
  const background = node => {
    for (; node; node = node.parentElement) {
      const color = getComputedStyle(node).backgroundColor;
      if (!/, 0\\)$|transparent/.test(color)) return color;
    }
    return getComputedStyle(document.documentElement).backgroundColor;
  };
  const found = [];
  for (const node of document.querySelectorAll('h1, h2, h3, p, li, td, th, dt, dd, a, caption')) {
    if (!node.textContent.trim() || node.getBoundingClientRect().width === 0) continue;
    if (getComputedStyle(node).color === background(node))
      found.push(`“${node.textContent.trim().slice(0, 30)}” has the colour of its ground`);
  }
  return found;
}"""


def words(text):
    """The words of a text, without what hyphens, ligatures and line ends do to them."""
    text = unicodedata.normalize("NFKC", text)
    return re.findall(r"\w+", text.replace("\u00ad", ""))


def check_page(browser, file):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    fetched = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(file.as_uri())
    language = page.evaluate("document.documentElement.lang")
    for url in fetched:
        if url != file.as_uri() and not url.startswith("data:"):
            problem(file, f"fetches {url}")
    if page.locator("script").count():
        problem(file, "has a script")
    if page.locator("h1").count() != 1:
        problem(file, "has not one h1")
    for violation in Axe().run(page).response["violations"]:
        where = "; ".join(str(node["target"]) for node in violation["nodes"][:3])
        problem(file, f"axe: {violation['id']}: {violation['help']} ({where})")
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        scroll = page.evaluate("document.documentElement.scrollWidth")
        if scroll > width:
            problem(file, f"is {scroll} wide at {width} pixels")
        for text in page.evaluate(check_pictures.TEXTS) + check_pictures.check(page, language):
            problem(file, f"at {width} pixels {text}")
        if width == 1280 and not problems:
            for seed in picture_seeds.sow(page, language, seeds):
                problem(file, f"with {seed}, nothing is found wrong")
    page.emulate_media(forced_colors="active")
    for text in page.evaluate(INVISIBLE):
        problem(file, f"with forced colours {text}")
    page.emulate_media(forced_colors="none", media="print")
    text = page.evaluate("document.body.innerText")
    title = page.title()
    page.close()
    return text, title, language


def structure(node, depth=0):
    """The elements of a structure tree from its root on, in their order."""
    kids = node.get("/K")
    if kids is None or depth > 200:
        return
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from structure(kid, depth + 1)


def check_pdf(file, text, title, language):
    with pikepdf.open(file) as pdf:
        root = pdf.Root
        if str(root.get("/Lang", "")) != language:
            problem(file, f"its language is {root.get('/Lang')}")
        if not root.get("/MarkInfo", {}).get("/Marked", False):
            problem(file, "is not tagged")
        if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
            problem(file, "does not show its title")
        with pdf.open_metadata() as metadata:
            if str(metadata.get("pdfuaid:part", "")) != "1":
                problem(file, "does not say that it is PDF/UA-1")
            if metadata.get("dc:title") != title:
                problem(file, f"its title is {metadata.get('dc:title')}")
        with pdf.open_outline() as outline:
            if not outline.root:
                problem(file, "has no outline")
        level = 0
        for element in structure(root.StructTreeRoot):
            kind = str(element.S)
            if re.fullmatch(r"/H[1-6]", kind):
                if int(kind[2]) > level + 1:
                    problem(file, f"{kind} follows a heading of level {level}")
                level = int(kind[2])
            if kind == "/Figure" and not str(element.get("/Alt", "")).strip():
                problem(file, "a figure has no alternative text")
            if kind == "/TH":
                attributes = element.get("/A", [])
                if not isinstance(attributes, pikepdf.Array):
                    attributes = [attributes]
                # Cells name their heads by these ids, which says more than a scope does.
                if "/ID" not in element and not any("/Scope" in a for a in attributes):
                    problem(file, "a head of a table says nothing of what it heads")


def check_words(file, page_text):
    """Every word of the page is in the PDF."""
    import subprocess

    output = subprocess.run(
        ["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True
    ).stdout
    printed = set(words(output)) | set(words(re.sub(r"-?\n\s*", "", output)))
    # A digest is longer than its line.
    squeezed = re.sub(r"\s+", "", output)
    missing = [
        word
        for word in dict.fromkeys(words(page_text))
        if word not in printed and not (len(word) > 40 and word in squeezed)
    ]
    if missing:
        problem(file, "lacks the words " + ", ".join(missing[:10]))


def main():
    # By size, then by name.
    pages = sorted(FOLDER.glob("*.html")) + sorted(
        FOLDER.glob("[0-9]*/*.html"), key=lambda file: (int(file.parent.name), file.name))
    if not pages:
        sys.exit("no reports in " + str(FOLDER))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for file in pages:
            text, title, language = check_page(browser, file)
            pdf = file.with_suffix(".pdf")
            if pdf.exists():
                check_pdf(pdf, text, title, language)
                check_words(pdf, text)
        browser.close()
    for file in sorted((FOLDER / "again").glob("*")):
        if file.read_bytes() != (FOLDER / file.name).read_bytes():
            problem(file, "has other bytes the second time")
    if seeds and not problems:
        problems.append("no page has what these mistakes could be tried on: " + ", ".join(seeds))
    for text in problems:
        print("error: " + text)
    if problems:
        sys.exit(1)
    printed = sum(file.with_suffix(".pdf").exists() for file in pages)
    print(f"{len(pages)} pages and {printed} PDF are as they should be.")


main()
