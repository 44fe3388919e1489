"""What a document's own look says to what is drawn in it: its typeface and how wide its text is."""

from dataclasses import dataclass

from .ooxml import RPR, Element, w

_EMU_A_TWIP = 635
_A4_TEXT = 9_072  # twips: A4 with Word's margins of 2.5 cm


@dataclass(frozen=True)
class Setting:
    """The typeface of a document's text (empty where its theme decides) and the width of its text in EMU."""

    font: str = ""
    text_width: int = _A4_TEXT * _EMU_A_TWIP


def setting_of(document: Element, styles: Element | None) -> Setting:
    """The setting of a document by its root and that of its style sheet; its width is the last section's."""
    sections = list(document.iter(w("sectPr")))
    return Setting("" if styles is None else _font(styles), _width(sections[-1]) if sections else Setting.text_width)


def _width(section: Element) -> int:
    """Between the margins; of one column where there are several alike (§17.6.4, §17.6.11)."""
    page, margins, columns = (section.find(w(name)) for name in ("pgSz", "pgMar", "cols"))
    if page is None or margins is None:
        return Setting.text_width
    whole = _twips(page, "w") - _twips(margins, "left") - _twips(margins, "right")
    many = 1 if columns is None else max(_twips(columns, "num"), 1)
    between = 0 if columns is None else _twips(columns, "space")
    width = (whole - (many - 1) * between) // many
    return width * _EMU_A_TWIP if width > 0 else Setting.text_width


def _twips(element: Element, name: str) -> int:
    given = element.get(w(name), "")
    return int(given) if given.isdigit() else 0


def _font(styles: Element) -> str:
    """The typeface that the defaults of a style sheet name themselves; empty where they follow the theme."""
    looks = [style.find(RPR) for style in styles.iterfind(w("style")) if style.get(w("default")) == "1"]
    looks.append(styles.find(f"{w('docDefaults')}/{w('rPrDefault')}/{RPR}"))
    fonts = (look.find(w("rFonts")) for look in looks if look is not None)
    return next((name for font in fonts if font is not None and (name := font.get(w("ascii")))), "")
