"""The register of the steering rules: how one is declared, and how a plan is judged by all of them.

A rule is a generator that yields a `Breach` for each thing it finds; the register adds the code, the level (which a
municipality may change), the ids of the catalogue and the section of the regler. Ids `R00`–`R80` follow the regler
sentence by sentence; `L1`–`L12` are checks of law and form.

Rows of the catalogue without a rule here, because they are served elsewhere:

- guidance and purpose, shown as help: R01, R03, R05, R19, R24, R25, R28, R30
- printed in the papers: R18 (overview), R29 (vision), R65 (title), and the chapters of R58, R71; R72 is the list of
  status (`malkedjan status`)
- kept by the store and the exports: R26, R67
- judged when a paper is made: L13
- already seen when the cells are read, so not said twice: an empty required cell, doublets of a verksamhet (R79), and
  codes of nämnder, verksamheter, enheter, goals and results that stand in no list (R17, R43, R50, R54)
"""

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from schemas.text import StyledText
from service.chain.plans import Installningar, plain
from service.findings import Finding, Level, Place

from .cases import Case, Stage

C = TypeVar("C")
OFF = "av"
_GRAVITY = (Level.UPPLYSNING, Level.VARNING, Level.FEL)


@dataclass(frozen=True, slots=True)
class Breach:
    """One thing a rule found: where, what stands there, what fills the sentence. `code` where the rule has several."""

    place: Place | None = None
    found: str = ""
    details: Mapping[str, str] = field(default_factory=dict)
    code: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A steering rule: `ids` of the catalogue, the `codes` of its findings, the section of the regler (empty for law),
    its own level, the first stage at which it runs, a Swedish title, and the graver level it can never exceed."""

    ids: tuple[str, ...]
    codes: tuple[str, ...]
    paragraph: str
    level: Level
    stage: Stage
    title: str
    most: Level
    case: Any
    find: Callable[[Any], Iterator[Breach]]

    @property
    def names(self) -> tuple[str, ...]:
        """What the municipality may call it in its settings: a code of its findings, or an id of the catalogue."""
        return tuple(dict.fromkeys((*self.codes, *self.ids)))

    def level_in(self, installningar: Installningar, code: str) -> Level | None:
        """The level of a finding where these settings hold; None when the municipality has turned it off."""
        chosen = {row.regel.casefold(): row.niva for row in installningar.regelnivaer if row.niva}
        for name in (code, *self.ids):
            if level := chosen.get(name.casefold()):
                return None if level == OFF else min(Level(level), self.most, key=_GRAVITY.index)
        return self.level

    def judge(self, case: Case, stage: Stage) -> Iterator[Finding]:
        """What the rule finds, as findings; nothing where it is not for such a case or stage."""
        if isinstance(case, self.case) and self.stage.reached(stage):
            for breach in self.find(case):
                code = breach.code or self.codes[0]
                level = self.level_in(case.installningar, code)
                if level:
                    yield self._finding(breach, code, level)

    def _finding(self, breach: Breach, code: str, level: Level) -> Finding:
        return Finding(
            code, level, breach.place, breach.found, breach.details, rules=self.ids, paragraph=self.paragraph
        )


_declared: list[Rule] = []


def rule(
    *ids: str,
    paragraph: str,
    level: Level,
    title: str,
    stage: Stage = Stage.SUBMIT,
    codes: tuple[str, ...] = (),
    most: Level = Level.FEL,
) -> Callable[[Callable[[C], Iterator[Breach]]], Callable[[C], Iterator[Breach]]]:
    """Declare a rule. Its parameter `case` is annotated with the kind of case it is for.

    `codes` where the findings are of several kinds or one part of a row; otherwise the first id is the code.
    `most` is `VARNING` for rules on dates and on wording: a decision once taken is always recorded.
    """

    def declare(find: Callable[[C], Iterator[Breach]]) -> Callable[[C], Iterator[Breach]]:
        case = inspect.get_annotations(find, eval_str=True)["case"]
        _declared.append(Rule(ids, codes or ids[:1], paragraph, level, stage, title, most, case, find))
        return find

    return declare


def declared() -> tuple[Rule, ...]:
    """Every rule declared so far, in the order of their ids."""
    return tuple(sorted(_declared, key=lambda rule: _order(rule.codes[0])))


def breach(place: Place | None, found: str | StyledText = "", *, code: str = "", **details: str) -> Breach:
    """A breach; styled text is given plain."""
    return Breach(place, plain(found) if isinstance(found, StyledText) else found, details, code)


def _order(code: str) -> tuple[bool, int, str]:
    number = re.search(r"\d+", code)
    return (not code.startswith("R"), int(number[0]) if number else 0, code)
