"""Marks inside text: Unicode noncharacters that carry structure from the template language to the finishing.

U+FDD0..U+FDEF are legal in XML 1.0 and reserved for a program's own use (Unicode §23.7); they are
stripped from all data, so that no text a person types can pass for a mark.
"""

import re

LINE, PARAGRAPH, TAB = "\ufdd0", "\ufdd1", "\ufdd2"
BOLD_ON, BOLD_OFF, ITALIC_ON, ITALIC_OFF = "\ufdd3", "\ufdd4", "\ufdd5", "\ufdd6"
BULLET, NUMBER = "\ufdd7", "\ufdd8"
REFERENCE, ANCHOR, LABEL, CONTENTS = "\ufdd9", "\ufdda", "\ufddb", "\ufddc"
EMBEDDED = "\ufddd"
SEPARATOR, END = "\ufdde", "\ufddf"
# Between elements, never in text: the start of a paragraph that counts, a table whose grid may not fit it,
# the place of something not yet known, a caption's link to what follows, an address not yet related.
START, TABLE, HOLE, KEEP, ADDRESS = "\ufde0", "\ufde1", "\ufde2", "\ufde3", "\ufde4"
PAGE = "\ufde5"
# Stands before every mark or marked text in a paragraph: one sign to look for, which costs next to nothing.
LEAD = "\ufdef"

ANY = re.compile("[\ufdd0-\ufdef]")
TOKEN = re.compile(
    f"([{REFERENCE}{ANCHOR}{LABEL}{CONTENTS}{NUMBER}{EMBEDDED}])([^{END}]*){END}|([\ufdd0-\ufdef])|([^\ufdd0-\ufdef]+)"
)
IN_TEXT = re.compile(f"[\ufdd0-\ufddd{PAGE}]")
_NOT_DATA = re.compile("[^\t\n\r\v\f\x20-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")
_BREAKS = re.compile("[\t\n\r\v\f]+")
_SPECIAL = re.compile("[\t\n\r\v\f]|^- ")
_ORDINARY = re.compile("(?!- )[\x20-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]{0,99999}")
_STYLE = f"[{BOLD_ON}{BOLD_OFF}{ITALIC_ON}{ITALIC_OFF}]*"
_START = f"(^|[{LINE}{PARAGRAPH}])({_STYLE})"
_BULLETS = re.compile(f"{_START}- (?=[^{LINE}{PARAGRAPH}])")
_NUMBERS = re.compile(f"{_START}([1-9][0-9]?)\\. (?=[^{LINE}{PARAGRAPH}])")


def led(text: str) -> str:
    """Marked text with its sign before it; text without marks as it is."""
    return LEAD + text if is_marked(text) else text


is_ordinary = _ORDINARY.fullmatch
"""Whether a text is short and one line with nothing in it that must be marked or left out."""


def clean(text: str) -> str:
    """Data without what XML 1.0 forbids (§2.2) and without noncharacters; all else is kept."""
    return _NOT_DATA.sub("", text)


def one_line(text: str) -> str:
    """Data on one line, cleaned: breaks and tabs become spaces."""
    return (text if is_ordinary(text) else _BREAKS.sub(" ", clean(text))).strip(" ")


def breaks(text: str) -> str:
    """Cleaned data with its tabs and line breaks as marks; a blank line is a new paragraph."""
    text = clean(text).replace("\r\n", "\n").replace("\f", "\n\n").replace("\t", TAB)
    text = re.sub("[\r\v]", "\n", text)
    return re.sub(r"\n(?: *\n)+", PARAGRAPH, text).replace("\n", LINE)


def lines(text: str) -> str:
    """Text as docxtpl reads it in its own values: `\\n` a line, `\\a` a paragraph, `\\f` a page, `\\t` a tab."""
    pieces = (PARAGRAPH.join(map(clean, page.replace("\r\n", "\n").split("\a"))) for page in text.split("\f"))
    return PAGE.join(pieces).replace("\t", TAB).replace("\n", LINE)


def items(text: str) -> str:
    """Marked text whose lines beginning with `- ` or `1. ` carry the mark of a list item.

    One numbered line alone is no list: "1. Inledning" may as well be a title.
    """
    text = text.strip(LINE + PARAGRAPH)
    if "- " in text:
        text = _BULLETS.sub(rf"\1{BULLET}\2", text)
    if (LINE in text or PARAGRAPH in text) and len(_NUMBERS.findall(text)) > 1:
        text = _NUMBERS.sub(rf"\1{NUMBER}\3{END}\2", text)
    return text


def plain(text: str) -> str:
    """A value that is plain text, as marked text."""
    return items(breaks(text)) if _SPECIAL.search(text) else clean(text)


def literal(text: str) -> str:
    """Marked text where no structure can stand (an attribute, a field code): the words alone."""
    return TOKEN.sub(literal_of, text)


def literal_of(match: re.Match[str]) -> str:
    """The words of one match of TOKEN."""
    kind, argument, single, words = match.groups()
    if words is not None:
        return words
    if kind is None:
        return {LINE: " ", PARAGRAPH: " ", PAGE: " ", TAB: " ", BULLET: "- "}.get(single, "")
    if kind == NUMBER:
        return f"{argument}. "
    return str(argument).partition(SEPARATOR)[2]


def is_marked(xml: str) -> bool:
    """Whether any mark is left."""
    # Every mark begins with these two bytes; hardly anything else does, and bytes are found at once.
    return b"\xef\xb7" in xml.encode(errors="surrogatepass") and ANY.search(xml) is not None
