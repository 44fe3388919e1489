"""Runs, complex fields and bookmarks as Word writes them (§17.3.2, §17.16), as text.

Words reach these functions escaped already: they come out of a filled template.
"""

import hashlib
import re
from functools import lru_cache
from html import unescape

# Where bold and italics may stand in w:rPr (§17.3.2.28): right after these.
_FIRST = re.compile(r"(?:<w:(?:rStyle|rFonts)\b[^>]*/>)*")
_BOLD, _ITALIC = "<w:b/><w:bCs/>", "<w:i/><w:iCs/>"
_OLD_BOLD, _OLD_ITALIC = re.compile(r"<w:bC?s?(?: [^>]*)?/>"), re.compile(r"<w:iC?s?(?: [^>]*)?/>")
_SEEN = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:(tab|br|cr|noBreakHyphen)(?: [^>]*)?/>")
_UNSEEN = re.compile(r"<w:pPr>.*?</w:pPr>|<w:txbxContent>.*?</w:txbxContent>", re.DOTALL)
_SPACES = re.compile(r"[ \t\n]+")


def run(look: str, content: str) -> str:
    """A run of the given look (its `w:rPr`, or nothing)."""
    return f"<w:r>{look}{content}</w:r>"


def text_run(words: str, look: str = "") -> str:
    """A run of plain words."""
    return f'<w:r>{look}<w:t xml:space="preserve">{words}</w:t></w:r>'


@lru_cache(maxsize=1024)
def styled(look: str, bold: bool, italic: bool) -> str:
    """A run's look made bold or italic as well; all else is kept."""
    if not (bold or italic):
        return look
    inner, change, rest = look.removeprefix("<w:rPr>").removesuffix("</w:rPr>").partition("<w:rPrChange")
    inner = "" if inner == "<w:rPr/>" else inner
    inner = _OLD_BOLD.sub("", inner) if bold else inner
    inner = _OLD_ITALIC.sub("", inner) if italic else inner
    first = _FIRST.match(inner)
    at = first.end() if first else 0
    if not bold:
        at += len("".join(found[0] for found in _OLD_BOLD.finditer(inner)))
    return f"<w:rPr>{inner[:at]}{_BOLD * bold}{_ITALIC * italic}{inner[at:]}{change}{rest}</w:rPr>"


def field(code: str, result: str, look: str = "", *, dirty: bool = False) -> str:
    """A complex field with its cached result, as five runs. A `dirty` one is computed when Word opens the file."""
    return f"{field_start(code, look, dirty=dirty)}{text_run(result, look)}{field_end(look)}"


def field_start(code: str, look: str = "", *, dirty: bool = False) -> str:
    """The runs before a field's result."""
    mark = ' w:dirty="1"' if dirty else ""
    return (
        f'<w:r>{look}<w:fldChar w:fldCharType="begin"{mark}/></w:r>'
        f'<w:r>{look}<w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        f'<w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r>'
    )


def field_end(look: str = "") -> str:
    """The run after a field's result."""
    return f'<w:r>{look}<w:fldChar w:fldCharType="end"/></w:r>'


def words_of(paragraph: str) -> str:
    """What a reader sees of a paragraph's content: no field codes, no text boxes; breaks and tabs as one space."""
    content = _UNSEEN.sub("", paragraph) if "<w:pPr>" in paragraph or "<w:txbx" in paragraph else paragraph
    words = "".join([text or _OTHERS.get(other, " ") for text, other in _SEEN.findall(content)])
    return _SPACES.sub(" ", unescape(words) if "&" in words else words).strip(" ")


_OTHERS = {"": "", "noBreakHyphen": "-"}


@lru_cache(maxsize=4096)
def _nine_digits(attempt: int, key: str) -> str:
    digest = hashlib.sha256(f"{attempt}:{key}".encode()).digest()
    return str(100_000_000 + int.from_bytes(digest[:8]) % 900_000_000)


class Bookmarks:
    """Gives out bookmarks whose names follow from their keys and whose ids are unique in the package."""

    def __init__(self, taken: set[str], last_id: int) -> None:
        self._taken = taken
        self._last_id = last_id
        self._tried: dict[str, int] = {}  # by key: a paper may say one heading thirty times

    def name(self, prefix: str, key: str) -> str:
        """`_Ref` or `_Toc` and nine digits, as Word's dialogs write them; the same key, the same name."""
        for attempt in range(self._tried.get(prefix + key, 0), 1_000_000):
            name = prefix + _nine_digits(attempt, key)
            if name not in self._taken:
                self._taken.add(name)
                self._tried[prefix + key] = attempt + 1
                return name
        raise AssertionError("nine digits hold more bookmarks than a document does")

    def ends(self, name: str) -> tuple[str, str]:
        """The start and the end of a bookmark."""
        self._last_id += 1
        return f'<w:bookmarkStart w:id="{self._last_id}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{self._last_id}"/>'
