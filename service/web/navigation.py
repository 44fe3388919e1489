"""The main menu: what each person finds in it."""

from dataclasses import dataclass

from flask import Flask, request, url_for

from service.findings import Level
from service.store import Account
from service.usecases.accounts.access import Action, may, reads_only

from .guards import signed_in


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the menu: the view it leads to, its words, the right it takes (None: none), the other groups of
    pages that lie under it, and whether those who only read have a use for it."""

    endpoint: str
    text: str
    action: Action | None = None
    also: tuple[str, ...] = ()
    for_readers: bool = True

    @property
    def blueprints(self) -> tuple[str, ...]:
        """The groups of pages that it leads into."""
        return (self.endpoint.partition(".")[0], *self.also)


MENU = (
    Entry("start.page", "Start", also=("uppsikt",)),
    Entry("namnd.all_page", "Nämnder", also=("inlamning", "forhandsvisning")),
    Entry("moten.all_page", "Möten", also=("arende", "bilagor", "motespaket", "moteprotokoll")),
    Entry("malkedjan.page", "Målkedjan"),
    Entry("dokument.all_page", "Dokument", also=("jamforelse", "kontroll")),
    Entry("framstallning.page", "Framställning", Action.RUN_BATCH),
    Entry("mallar.page", "Mallar", Action.MANAGE_TEMPLATES),
    Entry("installningar.newest_page", "Inställningar", for_readers=False),
    Entry("anvandare.all_page", "Användare", Action.MANAGE_USERS),
    Entry("logg.page", "Logg", Action.SEE_LOG),
)


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the menu as it is drawn; `here` where its group of pages is open."""

    href: str
    text: str
    here: bool


def init_navigation(app: Flask) -> None:
    """Give every template who is signed in, their menu, and `may`."""
    app.context_processor(_for_templates)


def _for_templates() -> dict[str, object]:
    who = signed_in()
    return {"user": who, "menu": _menu(who) if who else [], "may": may, "Action": Action, "levels": Level}


def _menu(who: Account) -> list[Link]:
    return [
        Link(url_for(entry.endpoint), entry.text, request.blueprint in entry.blueprints)
        for entry in MENU
        if (entry.action is None or may(who, entry.action)) and (entry.for_readers or not reads_only(who))
    ]
