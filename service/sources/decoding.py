"""Bytes from an economy system as text: which encoding they are in, and whether that had to be guessed."""

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
NAMES = {"utf-8-sig": "UTF-8", "utf-8": "UTF-8", "utf-16": "UTF-16", "cp1252": "Windows-1252", "cp437": "PC8 (CP437)"}
_SWEDISH = "åäöÅÄÖéÉ"


def decoded(blob: bytes, otherwise: str = "cp1252") -> tuple[str, str]:
    """The text and its encoding: by its mark, else UTF-8 where that fits, else `otherwise`."""
    for mark, encoding in _BOMS:
        if blob.startswith(mark):
            return blob.decode(encoding, "replace"), encoding
    try:
        return blob.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return blob.decode(otherwise, "replace"), otherwise


def decoded_pc8(blob: bytes) -> tuple[str, str]:
    """The text of a SIE file: PC8 as the format has it, unless its letters make sense only in UTF-8 or Windows-1252."""
    text, encoding = decoded(blob, "cp437")
    if encoding != "cp437" or blob.isascii():
        return text, encoding if not blob.isascii() else "cp437"
    windows = blob.decode("cp1252", "replace")
    return (windows, "cp1252") if _swedish(windows) > _swedish(text) else (text, "cp437")


def _swedish(text: str) -> int:
    """How many of the letters outside ASCII are those of Swedish words."""
    return sum(letter in _SWEDISH for letter in text)
