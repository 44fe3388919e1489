"""Pages for what went wrong, in words that say what to do."""

import logging
from dataclasses import dataclass

from flask import Flask, Response, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, InternalServerError

from service import api
from service.usecases.answers import Refused

from .household import web_settings

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Page:
    title: str
    text: str


_PAGES = {
    400: _Page("Sidan kunde inte tas emot", "Gå tillbaka, ladda om sidan och försök igen."),
    401: _Page("Du behöver logga in", "Logga in och försök igen."),
    403: _Page(
        "Du får inte göra det här",
        "Ditt konto saknar behörighet. En administratör kan ändra vilka roller och nämnder du har.",
    ),
    404: _Page(
        "Sidan finns inte",
        "Adressen kan vara felskriven, eller så finns det inget där som du kan läsa. Börja om från startsidan.",
    ),
    405: _Page("Sidan kan inte öppnas så", "Gå till startsidan och följ länkarna därifrån."),
    413: _Page("Filen är för stor", ""),
    429: _Page("För många försök", "Vänta några minuter och försök igen."),
    500: _Page(
        "Något gick fel hos oss",
        "Felet är antecknat i tjänstens logg. Inget av det du gjorde nyss är sparat. Försök igen om en stund.",
    ),
}
_EXPIRED = _Page(
    "Sidan hade varit öppen för länge", "Inget är sparat. Gå tillbaka, ladda om sidan och skicka formuläret igen."
)


def init_faults(app: Flask) -> None:
    """Answer with these pages."""
    app.register_error_handler(CSRFError, _expired)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Refused, _refused)
    app.register_error_handler(Exception, _unforeseen)


def _http(error: HTTPException) -> HTTPException | Response | tuple[str, int]:
    code = error.code or 500
    if api.is_api_address(request.path):
        return api.answer_with_problem(error)
    if code < 400:
        return error
    return _shown(_PAGES.get(code, _PAGES[400 if code < 500 else 500]), code), code


def _expired(_: CSRFError) -> tuple[str, int]:
    return _shown(_EXPIRED, 400), 400


def _refused(no: Refused) -> tuple[str, int]:
    """A use case's answer of no that a page did not foresee: what was asked for is not there, or not possible now."""
    return render_template("svar.html", findings=no.findings), 409


def _unforeseen(error: Exception) -> tuple[str, int]:
    _log.exception("%s %s", request.method, request.path, exc_info=error)
    return _shown(_PAGES[500], InternalServerError.code), 500


def _shown(page: _Page, code: int) -> str:
    megabytes = web_settings().largest_upload // 1_000_000
    advice = "En ifylld arbetsbok är mindre än så: ta bort bilder och försök igen."
    if request.blueprint == "bilagor":
        advice = "Lägg in filerna några i taget, och minska bilderna i den som ändå är för stor."
    largest = f"Högst {megabytes} MB tas emot på en gång. {advice}"
    return render_template("fel.html", title=page.title, text=page.text or largest, code=code)
