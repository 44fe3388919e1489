"""Cell formats that must exist for a value to show rightly, made by varying the template's own."""

from copy import deepcopy

from lxml import etree

from service.excel.faults import TemplateFault
from service.excel.namespaces import main

_GENERAL, _SHORT_DATE = "0", "14"  # ECMA-376 part 1, 18.8.30


class Styles:
    """The cell formats (``cellXfs``) of ``styles.xml``, named by their index."""

    def __init__(self, root: etree._Element) -> None:
        formats = root.find(main("cellXfs"))
        if formats is None:
            raise TemplateFault("damaged", "styles.xml")
        self._formats = formats
        # LibreOffice writes General under a number of its own.
        self._general = {_GENERAL} | {
            one.get("numFmtId", "") for one in root.iter(main("numFmt")) if one.get("formatCode") == "General"
        }
        self._varied: dict[tuple[int, str, str], int] = {}

    def for_date(self, style: int) -> int:
        """Excel does the same when a date is typed into a cell without a number format."""
        general = self._formats[style].get("numFmtId", _GENERAL) in self._general
        return self._with(style, "numFmtId", _SHORT_DATE) if general else style

    def for_quoted_text(self, style: int) -> int:
        """A format under which text that begins like a formula stays text when a person edits it."""
        return self._with(style, "quotePrefix", "1")

    def _with(self, style: int, attribute: str, value: str) -> int:
        if self._formats[style].get(attribute) == value:
            return style
        key = (style, attribute, value)
        if key not in self._varied:
            self._varied[key] = self._vary(*key)
        return self._varied[key]

    def _vary(self, style: int, attribute: str, value: str) -> int:
        varied = deepcopy(self._formats[style])
        varied.set(attribute, value)
        if attribute == "numFmtId":
            varied.set("applyNumberFormat", "1")
        self._formats.append(varied)
        self._formats.set("count", str(len(self._formats)))
        return len(self._formats) - 1
