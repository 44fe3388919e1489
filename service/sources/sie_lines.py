"""The lines of a SIE file (types 1-4): a label, then fields that may be quoted, and object lists in braces."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

Objects = tuple[tuple[str, str], ...]  # pairs of dimension and object
Field = str | Objects
_AMOUNT = re.compile(r"-?\d{1,18}(?:\.\d{1,6})?")
_PLAIN = re.compile(r'[^\s"{}]+')
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')


class BadLine(ValueError):
    """The line does not follow the format. The message says why, in Swedish."""


@dataclass(frozen=True, slots=True)
class SieLine:
    """A line: its number, its text, its label (`#TRANS`, `{` or `}`) and its fields."""

    number: int
    text: str
    label: str
    fields: tuple[Field, ...] = ()

    def text_at(self, index: int, name: str) -> str:
        """A field that must be there. Raises `BadLine`."""
        if index >= len(self.fields) or not isinstance(self.fields[index], str) or not self.fields[index]:
            raise BadLine(f"{name} saknas")
        return str(self.fields[index])

    def maybe(self, index: int) -> str:
        """A field that need not be there."""
        found = self.fields[index] if index < len(self.fields) else ""
        return found if isinstance(found, str) else ""

    def objects_at(self, index: int) -> Objects:
        """An object list. Raises `BadLine`."""
        found = self.fields[index] if index < len(self.fields) else None
        if not isinstance(found, tuple):
            raise BadLine("objektlistan ({…}) saknas")
        return found

    def amount_at(self, index: int) -> Decimal:
        """An amount. Raises `BadLine`."""
        text = self.text_at(index, "beloppet")
        if not _AMOUNT.fullmatch(text):
            raise BadLine(f"beloppet ”{text}” ska skrivas med siffror och decimalpunkt")
        return Decimal(text)

    def account_at(self, index: int) -> str:
        """An account's number. Raises `BadLine`."""
        text = self.text_at(index, "kontot")
        if not re.fullmatch(r"\d{1,10}", text):
            raise BadLine(f"kontot ”{text}” ska vara siffror")
        return text

    def whole_at(self, index: int, name: str) -> int:
        """A whole number. Raises `BadLine`."""
        text = self.text_at(index, name)
        if not re.fullmatch(r"-?\d{1,4}", text):
            raise BadLine(f"{name} ”{text}” ska vara ett heltal")
        return int(text)


def lines_of(text: str) -> Iterator[SieLine | tuple[int, str, str]]:
    """Every line that is not blank; one that cannot be read as its number, its text and why."""
    for number, raw in enumerate(re.split(r"\r\n|\n|\r", text.replace("\x1a", "")), 1):
        line = raw.strip()
        if not line:
            continue
        try:
            yield _line(number, line)
        except BadLine as error:
            yield number, line, str(error)


def day_of(text: str) -> date:
    """The day in `20270831`. Raises `BadLine`."""
    try:
        if not re.fullmatch(r"\d{8}", text):
            raise ValueError
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        raise BadLine(f"datumet ”{text}” finns inte; det ska skrivas ÅÅÅÅMMDD") from None


def month_of(text: str) -> tuple[int, int]:
    """Year and month of a period `202708`. Raises `BadLine`."""
    if not re.fullmatch(r"\d{4}(?:0[1-9]|1[0-2])", text):
        raise BadLine(f"perioden ”{text}” ska skrivas ÅÅÅÅMM")
    return int(text[:4]), int(text[4:])


def _line(number: int, line: str) -> SieLine:
    if line in ("{", "}"):
        return SieLine(number, line, line)
    label, _, rest = line.partition(" ") if " " in line else line.partition("\t")
    if not re.fullmatch(r"#[A-Za-z]+", label):
        raise BadLine("raden börjar inte med en post (#…)")
    return SieLine(number, line, label.upper(), tuple(_fields(rest)))


def _fields(text: str) -> Iterator[Field]:
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
        elif text[at] == "{":
            inside, at = _braced(text, at)
            yield _objects(list(_words(inside)))
        else:
            word, at = _word(text, at)
            yield word


def _braced(text: str, at: int) -> tuple[str, int]:
    """What stands between the braces, and where they end; a brace within quotes does not count."""
    end = at + 1
    while end < len(text) and text[end] != "}":
        end = _word(text, end)[1] if text[end] == '"' else end + 1
    if end >= len(text):
        raise BadLine("klammern } saknas")
    return text[at + 1 : end], end + 1


def _words(text: str) -> Iterator[str]:
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
        else:
            word, at = _word(text, at)
            yield word


def _word(text: str, at: int) -> tuple[str, int]:
    if match := _QUOTED.match(text, at):
        return re.sub(r"\\(.)", r"\1", match[1]), match.end()
    if match := _PLAIN.match(text, at):
        return match[0], match.end()
    raise BadLine("citattecknen går inte jämnt upp" if text[at] == '"' else "klamrarna går inte jämnt upp")


def _objects(words: list[str]) -> Objects:
    if len(words) % 2:
        raise BadLine("objektlistan ska ha par av dimension och objekt")
    return tuple(sorted(zip(words[::2], words[1::2], strict=True)))
