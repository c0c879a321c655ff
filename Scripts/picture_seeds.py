"""Mistakes that a picture may have, put into pages that have none: the check of pictures has to see each.

Each is a selector of what is changed and the change, in the picture that a window of 1280 pixels shows.
"""

import check_pictures

MOVE = "node.setAttribute('{0}', +node.getAttribute('{0}') + {1})"
# The first place of a path, and with it the whole of a single stroke.
SHIFT = ("node.setAttribute('d', node.getAttribute('d').replace(/([ML])(-?[\\d.]+)/g,"
         " (_, letter, x) => letter + (+x + 3)))")
LOWER = ("node.setAttribute('d', node.getAttribute('d').replace(/ (-?[\\d.]+)$/,"
         " (_, y) => ' ' + (+y + 4)))")
OTHER_DIGIT = ("node.textContent = node.textContent.replace(/\\d(?=\\D*$)/, digit => (+digit + 1) % 10)")

SEEDS = {
    "a dot beside its number": (".chart-wide > g > circle.is-value[r='6']", MOVE.format("cx", 3)),
    "a reference beside its number": (".chart-wide > g > path.is-reference", SHIFT),
    "a range that reaches too far": (".chart-wide > g > path.is-range", SHIFT),
    "a band that begins elsewhere": (".chart-wide > g > rect.is-range", MOVE.format("x", 4)),
    "a bar that is too long": (".chart-wide > g > rect.is-value", MOVE.format("width", 3)),
    "dots that are moved": (".chart-wide > g > path.is-dots", SHIFT),
    "a point of a course that is too low": (".is-row circle.is-value", MOVE.format("cy", 3)),
    "a point of a course that is missing": (".is-row circle.is-value", "node.remove()"),
    "a line that ends elsewhere": (".chart-wide > g > path.is-line:not([d$=Z])", LOWER),
    "an end of a line that is elsewhere": (
        ".chart-wide > g > circle.is-reference", MOVE.format("cy", 4)),
    "a point of a radar that is elsewhere": (
        "[aria-labelledby*=companion].chart-wide > g > circle.is-value", MOVE.format("cx", 4)),
    "another number than in the table": (".chart-wide .is-row > text.is-value", OTHER_DIGIT),
    "another reference than in the table": (".chart-wide .is-row > text.is-reference", OTHER_DIGIT),
    "another number in the table": (".figure tbody td.number", OTHER_DIGIT),
    "a number of the scale that is elsewhere": (
        ".chart-wide > g > text.is-scale:nth-of-type(n+2)", MOVE.format("x", 5)),
    "names that have changed places": (
        ".chart-wide .is-row:has(+ .is-row) > text:first-child",
        "const other = node.parentElement.nextSibling.querySelector('text');"
        "[node.textContent, other.textContent] = [other.textContent, node.textContent]"),
    "a row that the table lacks": (".figure tbody tr", "node.remove()"),
    "a row that the picture lacks": (".chart-wide .is-row", "node.remove()"),
    "a text that is cut off": (".chart-wide text", MOVE.format("x", 700)),
    "a text that begins before its picture": (".chart-wide .is-row > text", MOVE.format("x", -4)),
    "a text over another": (
        ".chart-wide > g > text.is-scale ~ text.is-scale",
        "node.setAttribute('x', node.previousElementSibling.getAttribute('x'))"),
}

SOW = """([selector, change]) => {
  const node = [...document.querySelectorAll('.figure ' + selector.replace(/^\\.figure /, ''))].find(
    node => node.getBoundingClientRect().width + node.getBoundingClientRect().height > 0);
  if (!node) return false;
  const figure = node.closest('.figure');
  window.unharmed = [figure, figure.innerHTML];
  new Function('node', change)(node);
  return true;
}"""
MEND = "() => { const [figure, before] = window.unharmed; figure.innerHTML = before; }"


def sow(page, language, left):
    """Tries the mistakes left on a page without mistakes, and yields those that nobody saw.

    Those that there was something for are taken out of `left`.
    """
    for name in list(left):
        if not page.evaluate(SOW, SEEDS[name]):
            continue
        left.remove(name)
        if not page.evaluate(check_pictures.TEXTS) and not check_pictures.check(page, language):
            yield name
        page.evaluate(MEND)
