"""Answers of no about uploads that come through a page."""

from service.findings import Sentence, register

from .submit import Receipt
from .unchanged import CODE as UNCHANGED

UPLOAD_ANSWERS: dict[str, Sentence] = {
    "ingen-fil": Sentence("Ingen fil är vald.", "Välj den ifyllda arbetsboken och skicka in den."),
    "inte-din-plan": Sentence(
        "Arbetsboken är till {plan}, och den får du inte skicka in.",
        "Kontrollera att du har valt rätt fil. En administratör kan ändra vad ditt konto får göra.",
    ),
    "fel-sida": Sentence(
        "Arbetsboken är till {plan}, men du skickade in den på sidan för {ratt}.",
        "Kontrollera att du har valt rätt fil. Är den rätt, så skicka in den på sin egen sida.",
    ),
    "tog-for-lang-tid": Sentence(
        "Filen {fil} gick inte att läsa: den krävde mer än {sekunder} sekunder, eller mer minne än den får ta.",
        "Hämta en ny arbetsbok, för över uppgifterna och skicka in den.",
    ),
}  # fmt: skip

register(UPLOAD_ANSWERS)


def already_words(receipt: Receipt) -> str:
    """What to say of an upload that has changed nothing, and why where a person may have thought that it would."""
    codes = {finding.code for finding in receipt.findings}
    if UNCHANGED not in codes:
        return "Samma fil var redan inläst. Inget har ändrats."
    locked = " Det som är ändrat i låsta celler räknas inte." if "last-andrad" in codes else ""
    return f"Inget har ändrats sedan version {receipt.version}.{locked}"
