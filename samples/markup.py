"""Bold and italics as the sample's source writes them."""

import re

from schemas.text import Run, StyledText

_MARKUP = re.compile(r"\*\*(.+?)\*\*|\*(.+?)\*", re.DOTALL)


def styled_markup(text: str) -> StyledText:
    """`**fet**` and `*kursiv*` as runs."""
    runs, end = [], 0
    for match in _MARKUP.finditer(text):
        runs.append(Run(text[end : match.start()]))
        runs.append(Run(match[1] or match[2], bold=bool(match[1]), italic=bool(match[2])))
        end = match.end()
    return StyledText(tuple(run for run in [*runs, Run(text[end:])] if run.text))
