"""The table of shared strings (ECMA-376 part 1, 18.4)."""

from lxml import etree

from service.excel.cells import escaped, unescaped
from service.excel.namespaces import XML, main

_SHOWN = (main("t"), main("r"))


class Strings:
    """Strings by index; new ones are added at the end, each once."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._texts = [shown(item) for item in root.iter(main("si"))]
        self._added: dict[str, int] = {}
        # Counts are optional, and a wrong one is worse than none.
        for count in ("count", "uniqueCount"):
            root.attrib.pop(count, "")

    def __getitem__(self, index: int) -> str:
        return self._texts[index]

    def index(self, text: str) -> int:
        if text not in self._added:
            self._added[text] = len(self._texts)
            self._texts.append(text)
            item = etree.SubElement(etree.SubElement(self._root, main("si")), main("t"))
            item.text = escaped(text)
            item.set(f"{{{XML}}}space", "preserve")
        return self._added[text]


def shown(item: etree._Element) -> str:
    """The text of a string item without its phonetic guides."""
    runs = (child if child.tag == main("t") else child.find(main("t")) for child in item if child.tag in _SHOWN)
    return unescaped("".join(run.text or "" for run in runs if run is not None))
