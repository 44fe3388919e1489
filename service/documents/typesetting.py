"""Swedish typography in what people wrote: what belongs together stays on one line (amounts, `§ 78`, `5 %`)."""

import re
from dataclasses import replace

from schemas.text import StyledText

from .visionen import Resolve

NBSP = "\u00a0"
_TOGETHER = re.compile(r"(?<=\d) (?=\d{3}(?!\d))|(?<=§) (?=\d)|(?<=\d) (?=(?:tkr|mnkr|kr)\b|%)")


def bound(text: str) -> str:
    """The text with no-break spaces inside amounts and between § and its number."""
    return _TOGETHER.sub(NBSP, text)


def typeset(resolve: Resolve) -> Resolve:
    """`resolve` whose texts come out typeset."""

    def done(text: StyledText) -> StyledText:
        return StyledText(tuple(replace(run, text=bound(run.text)) for run in resolve(text).runs))

    return done
