"""Words that stand alike in all documents: dates, periods, names of organs, what is printed where nothing is."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from schemas.dates import MONTHS
from schemas.numbers import shown
from schemas.text import Run, StyledText
from service.chain.plans import Installningar
from service.chain.values import Nummer

DASH = "–"
SPACE = "\u00a0"
ORGANS = {"KF": "Kommunfullmäktige", "KS": "Kommunstyrelsen"}


def or_dash(text: str | None) -> str:
    """The text, or a dash: no cell of a printed table is empty."""
    return text or DASH


def day(value: date | None) -> str:
    """`17 juni 2026`; a dash for no date."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}" if value else DASH


def period(start: date | None, end: date | None) -> str:
    """`2027`, `2027–2029`, `1 mars – 31 augusti 2027`; `från …` or `till …` where one end is open.

    A year that both days share is said once; a line breaks nowhere but after the dash.
    """
    if start is None or end is None:
        return f"från {day(start)}" if start else f"till {day(end)}" if end else DASH
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
    first = f"{start.day} {MONTHS[start.month - 1]}" if start.year == end.year else day(start)
    return f"{first} – {day(end)}".replace(" ", SPACE).replace(f"–{SPACE}", "– ")


def paragraph(number: int | None) -> str:
    """`§ 78`; nothing for no number."""
    return f"§{SPACE}{number}" if number is not None else ""


def decided(when: date | None, number: int | None) -> str:
    """`17 juni 2026 § 78`; a dash where neither is known."""
    return " ".join(part for part in (day(when) if when else "", paragraph(number)) if part) or DASH


def amounts(*numbers: Decimal | None) -> tuple[str, ...]:
    """All values of one mått, each with as many decimals as the one of them that has the most."""
    places = max((_places(number) for number in numbers if number is not None), default=0)
    return tuple(amount(number, places) for number in numbers)


def amount(number: Decimal | None, places: int = 0) -> str:
    """A value as entered, with at least so many decimals, decimal comma and thousands apart; a dash for none."""
    if number is None:
        return DASH
    whole, _, part = shown(abs(number)).partition(",")
    grouped = f"{int(whole):,}".replace(",", SPACE)
    part = part.ljust(places, "0")
    return f"{'−' if number < 0 else ''}{grouped}{',' if part else ''}{part}"


def _places(number: Decimal) -> int:
    return len(shown(number).partition(",")[2])


def telling(shares: Sequence[Decimal], goal: Decimal | None) -> int:
    """One decimal, or as many more as it takes not to print a share that misses the goal as the goal itself."""
    return next(
        (n for n in (1, 2) if goal is None or all(share == goal or round(share, n) != goal for share in shares)), 3
    )


def in_tkr(belopp: int) -> str:
    """`1 062 000 tkr`, `−5 tkr`: an amount as it stands in a sentence."""
    return f"{belopp:,}{SPACE}tkr".replace(",", SPACE).replace("-", "−")


def listed(names: Iterable[str]) -> str:
    """`a, b och c`; a dash for none."""
    *head, last = list(names) or [DASH]
    return f"{', '.join(head)} och {last}" if head else last


def with_counts(counts: Iterable[tuple[str, int]]) -> str:
    """`uppfyllt: 14, ej uppfyllt: 2`: a scale's words, which nobody can inflect, with how many; empty for none."""
    return ", ".join(f"{word}:{SPACE}{number}" for word, number in counts if number)


def organ(kod: str, installningar: Installningar) -> str:
    """The organ's name by its code; KF and KS are known even where the settings do not name them."""
    namnd = installningar.namnd(kod)
    return namnd.namn if namnd else ORGANS.get(kod, kod)


def organs(koder: Iterable[str], installningar: Installningar) -> str:
    """The organs' names in a row; a dash for none."""
    return listed(organ(kod, installningar) for kod in koder)


def responsible(koder: Sequence[str]) -> str:
    """What stands before the names of those responsible: one nämnd, or several."""
    return "Ansvarig nämnd" if len(koder) == 1 else "Ansvariga nämnder"


def verksamheter(koder: Iterable[str], namnd: str, installningar: Installningar) -> str:
    """The names of a nämnd's verksamheter in a row; a dash for none."""
    return listed(installningar.verksamhet_namn(namnd, kod) for kod in koder)


def proposal_shown(proposal: str) -> str:
    """A proposal's name as people read it: `forslag-oppositionen` is `förslag: oppositionen`; nothing for none."""
    kind, dash, whose = proposal.partition("-")
    if kind == "forslag" and dash:
        return f"förslag: {whose.replace('-', ' ')}"
    return proposal.replace("-", " ")


def inside(name: str) -> str:
    """A name as it stands inside a sentence: `Kommunfullmäktige` becomes `kommunfullmäktige`, `KF` stays."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def with_trace(text: StyledText, nummer: Nummer) -> StyledText:
    """The text of a row, followed by the number that it had in last year's plan: `… (tidigare 2.3)`."""
    if not nummer.tidigare:
        return text
    return StyledText((*text.runs, Run(f" (tidigare{SPACE}{nummer.tidigare})", italic=True)))


def yes_no(answer: bool | None) -> str:
    """A ticked or an empty box, with the word that says the same."""
    return f"☒{SPACE}Ja" if answer else f"☐{SPACE}Nej"
