"""Checks written reports as their readers meet them: in a browser and as tagged PDF.

Usage: check-reports.py CHROMIUM FOLDER

In the browser: no violation found by axe; no sideways scroll at 320 pixels, which is also 1280 pixels
at 400 %; every text of a picture inside the picture and over no other text; every number and every
sign of a picture as the table below it says (check_pictures.py, which is tried with the mistakes of
picture_seeds.py); with forced colours, nothing in the colour of what it stands on; nothing fetched, no
script, no handler. A PDF beside a page has its structure and its words (check_pdf.py). Files in
FOLDER/again are the same as in FOLDER, byte for byte; no file in FOLDER/harm tells a secret
(check_secrets.py).
"""
import multiprocessing
import pathlib
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

import check_pdf
import check_pictures
import check_secrets
import picture_seeds
import report_cases

CHROMIUM, FOLDER = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()

# What would act: elements and attributes that no report has a use for.
ACTIVE = """() => [...document.querySelectorAll('*')].flatMap(node => [
  ...['SCRIPT', 'IFRAME', 'OBJECT', 'EMBED', 'FORM', 'LINK', 'BASE'].filter(name =>
    node.tagName.toUpperCase() === name),
  ...[...node.attributes].filter(attribute => /^on/i.test(attribute.name)
    || /^\\s*(javascript|vbscript|data:text)/i.test(attribute.value)).map(attribute => attribute.name)])"""

# What PDF is compared with.
PRINTED = """isShortened => {
  // Paper leaves out the table of everybody.
  if (isShortened) document.querySelector('#tables table').remove();
  const isShown = node => node.getBoundingClientRect().width > 0;
  return {
    text: document.body.innerText, title: document.title, language: document.documentElement.lang,
    headings: [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(isShown)
      .map(node => [+node.tagName[1], node.textContent]),
    pictures: [...document.querySelectorAll('svg.chart')].filter(isShown)
      .map(svg => svg.querySelector('title').textContent)};
}"""

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


def check_page(page, file):
    """What is wrong with a page and with the PDF beside it, in sentences."""
    fetched = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(file.as_uri())
    language = page.evaluate("document.documentElement.lang")
    for url in fetched:
        if url != file.as_uri() and not url.startswith("data:"):
            yield f"fetches {url}"
    for name in page.evaluate(ACTIVE):
        yield f"has something that acts: {name}"
    if page.locator("h1").count() != 1:
        yield "has not one h1"
    for violation in Axe().run(page).response["violations"]:
        where = "; ".join(str(node["target"]) for node in violation["nodes"][:3])
        yield f"axe: {violation['id']}: {violation['help']} ({where})"
    scales = report_cases.SCALES if file.parent.name == "scales" else {}
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        scroll = page.evaluate("document.documentElement.scrollWidth")
        if scroll > width:
            yield f"is {scroll} wide at {width} pixels"
        for text in page.evaluate(check_pictures.TEXTS):
            yield f"at {width} pixels {text}"
        for text in check_pictures.check(page, language, scales):
            yield f"at {width} pixels {text}"
    page.emulate_media(forced_colors="active")
    for text in page.evaluate(INVISIBLE):
        yield f"with forced colours {text}"
    pdf = file.with_suffix(".pdf")
    if pdf.exists():
        page.emulate_media(forced_colors="none", media="print")
        page.set_viewport_size({"width": 1280, "height": 900})
        printed = page.evaluate(PRINTED, file.parent.name == "500")
        for text in check_pdf.check(pdf, printed):
            yield f"as PDF: {text}"


def problems_of(file):
    """A page in a browser of its own, for one of several processes."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        found = list(check_page(page, file))
        browser.close()
    return [f"{file.relative_to(FOLDER)}: {text}" for text in found]


def unseen_mistakes(files):
    """The mistakes put into pages that nobody finds."""
    left = list(picture_seeds.SEEDS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for file in files:
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            page.goto(file.as_uri())
            language = page.evaluate("document.documentElement.lang")
            for name in picture_seeds.sow(page, language, left):
                yield f"{file.relative_to(FOLDER)}: with {name}, nothing is found wrong"
        browser.close()
    if left:
        yield "no page has what these mistakes could be tried on: " + ", ".join(left)


def main():
    pages = sorted(file for file in FOLDER.rglob("*.html") if file.parent.name != "again")
    if not pages:
        sys.exit("no reports in " + str(FOLDER))
    # The great ones first, so that no core waits for one at the end.
    ordered = sorted(pages, key=lambda file: -file.stat().st_size)
    with multiprocessing.Pool() as pool:
        problems = [text for found in pool.map(problems_of, ordered, chunksize=1) for text in found]
    if not problems:
        problems += unseen_mistakes(file for file in pages if file.parent == FOLDER)
    for file in sorted((FOLDER / "again").glob("*")):
        if file.read_bytes() != (FOLDER / file.name).read_bytes():
            problems.append(f"{file.relative_to(FOLDER)}: has other bytes the second time")
    guarded = sorted((FOLDER / "harm").glob("*.*"))
    for file in guarded:
        problems += [f"{file.relative_to(FOLDER)}: {text}" for text in check_secrets.check(file)]
    for text in problems:
        print("error: " + text)
    if problems:
        sys.exit(1)
    printed = sum(file.with_suffix(".pdf").exists() for file in pages)
    print(f"{len(pages)} pages and {printed} PDF are as they should be;"
          f" no secret is in {len(guarded)} files.")


if __name__ == "__main__":
    main()
