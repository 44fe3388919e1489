"""The years: which there are, how every plan of one stands, its goal chain, and all that is stored for it."""

from collections.abc import Iterator
from typing import Any

from flask import Response
from marshmallow import fields, validate
from werkzeug.exceptions import Forbidden, NotFound

from schemas.workbooks import Period
from service.chain.ekonomi import Ekonomi
from service.chain.kedja import Kedja, Led
from service.chain.plans import plain
from service.chain.skalor import Betydelse
from service.usecases.accounts.access import Action, may
from service.usecases.accounts.rights import for_signed_in, requires
from service.usecases.chain.seen import kedja_seen_by
from service.usecases.export import FORMATS, export
from service.usecases.loading.year import Year, year, years_shown
from service.usecases.oversight.overview import overview
from service.usecases.oversight.uppsikt import Namndlage, uppsikt

from .doorway import house, user
from .rooms import FILE, a_file, room, says
from .shapes import PlanSchema, Shape, one_of, standing_json, words

blueprint = room("ar", "År")


class ArenSchema(Shape):
    """The years there are plans for."""

    ar = fields.List(fields.Integer(), required=True)


class NamndSchema(Shape):
    """A nämnd with its plan and its reports."""

    kod = fields.String(required=True)
    namn = fields.String(required=True)
    planer = fields.List(fields.Nested(PlanSchema), required=True)


class OversiktSchema(Shape):
    """A year: a row of plans for each nämnd, and the municipality's own."""

    ar = fields.Integer(required=True)
    kommun = fields.String(required=True)
    kommunen = fields.List(fields.Nested(PlanSchema), required=True)
    namnder = fields.List(fields.Nested(NamndSchema), required=True)


class LedSchema(Shape):
    """An official number and its text."""

    nummer = fields.String(required=True, **words("Asterisk: ännu inte fastställt."))
    text = fields.String(required=True)


class ResultatSchema(LedSchema):
    """A result with what measures it, what is done for it, and its nämnd's newest judgement."""

    namnd = fields.String(required=True)
    bedomning = one_of((each.value for each in Betydelse), "null: ingen uppföljning ännu.", empty=True)
    matt = fields.List(fields.Nested(LedSchema), required=True)
    aktiviteter = fields.List(fields.Nested(LedSchema), required=True)


class MalSchema(LedSchema):
    """A goal with the results that lead to it."""

    resultat = fields.List(fields.Nested(ResultatSchema), required=True)


class KedjaSchema(Shape):
    """The goal chain of a year; `losa` are results that lead to no goal in force."""

    ar = fields.Integer(required=True)
    mal = fields.List(fields.Nested(MalSchema), required=True)
    losa = fields.List(fields.Nested(ResultatSchema), required=True)


class LagetEfterSchema(Shape):
    """Which period's reports."""

    period = fields.String(
        load_default="", validate=validate.OneOf(["", *(one.value for one in Period)]),
        **words("Tomt: varje nämnds senaste rapport."),
    )  # fmt: skip


class EkonomiSchema(Shape):
    """Net costs in tkr; a deviation is budget less prognosis, so that minus is dearer than the budget."""

    budget = fields.Integer(required=True)
    prognos = fields.Integer(required=True, **words("För hela året; efter helåret utfallet."))
    avvikelse = fields.Integer(required=True)
    procent = fields.String(
        required=True, allow_none=True, **words("Avvikelsen i procent av budgeten, som decimaltext.")
    )


class AntalSchema(Shape):
    """How many results of each judgement."""

    uppfyllt = fields.Integer(required=True)
    delvis = fields.Integer(required=True)
    ej = fields.Integer(required=True)
    okant = fields.Integer(required=True, **words("Kan inte bedömas, eller är inte bedömda."))


class NamndlageSchema(Shape):
    """How it goes for a nämnd; all but its code is null before it has reported."""

    namnd = fields.String(required=True)
    period = one_of((one.value for one in Period), empty=True)
    ekonomi = fields.Nested(EkonomiSchema, required=True, allow_none=True)
    resultat = fields.Nested(AntalSchema, required=True, allow_none=True)


class UppsiktSchema(Shape):
    """How it goes for every nämnd."""

    ar = fields.Integer(required=True)
    period = one_of((one.value for one in Period), "Den senaste som någon har rapporterat.", empty=True)
    namnder = fields.List(fields.Nested(NamndlageSchema), required=True)
    summa = fields.Nested(EkonomiSchema, required=True, allow_none=True, **words("De nämnder som har rapporterat."))
    kommunen = fields.Nested(EkonomiSchema, required=True, allow_none=True, **words("Ur kommunens eget bokslut."))
    sena = fields.List(fields.Nested(PlanSchema), required=True)


class FormatSchema(Shape):
    """The form of an export."""

    format = fields.String(load_default="json", validate=validate.OneOf(FORMATS), **words("csv ger en zip."))


@blueprint.get("/ar")
@for_signed_in
@blueprint.response(200, ArenSchema)
@says("Vilka år det finns planer för, det nyaste först.")
def all_years() -> dict[str, Any]:
    """Which years there are plans for, newest first."""
    return {"ar": years_shown(house())}


@blueprint.get("/ar/<int:ar>/oversikt")
@for_signed_in
@blueprint.response(200, OversiktSchema)
@says("Hur årets alla planer och rapporter står, nämnd för nämnd.")
def matrix(ar: int) -> dict[str, Any]:
    """How every plan and report of the year stands, nämnd by nämnd; of drafts that are not yours, nothing."""
    shown = _year(ar)
    seen = overview(house(), user(), shown)
    return {
        "ar": ar, "kommun": shown.kommun, "kommunen": [standing_json(one) for one in seen.kommunen],
        "namnder": [
            {"kod": namnd.kod, "namn": namnd.namn, "planer": [standing_json(one) for one in row]}
            for namnd, row in seen.namnder
        ],
    }  # fmt: skip


@blueprint.get("/ar/<int:ar>/uppsikt")
@for_signed_in
@blueprint.arguments(LagetEfterSchema, location="query")
@blueprint.response(200, UppsiktSchema)
@says("Hur det går för nämnderna, ur inlämnade och godkända rapporter; för den som har uppsikt över dem alla.")
def how_it_goes(wanted: dict[str, str], ar: int) -> dict[str, Any]:
    """How it goes for every nämnd, by reports handed in or approved; for those who have uppsikt over them all."""
    found = uppsikt(house(), user(), _year(ar), wanted["period"])
    if found is None:
        raise Forbidden
    return {
        "ar": ar, "period": found.period, "namnder": [_namndlage(rad) for rad in found.rader],
        "summa": _money(found.summa) if found.rapporterat else None,
        "kommunen": _money(found.kommunen) if found.kommunen else None,
        "sena": [standing_json(standing) for _, standing in found.sena],
    }  # fmt: skip


@blueprint.get("/ar/<int:ar>/malkedja")
@for_signed_in
@blueprint.response(200, KedjaSchema)
@says("Årets målkedja: mål, resultat, mått och aktiviteter, med nämndernas senaste bedömningar.")
def chain(ar: int) -> dict[str, Any]:
    """The year's goal chain: goals, results, measures and activities, with the newest judgements."""
    kedja = kedja_seen_by(house(), user(), _year(ar).ar)
    if kedja is None:
        raise NotFound
    return {"ar": ar, "mal": list(_goals(kedja)), "losa": [_result(led) for led in kedja.losa]}


@blueprint.get("/ar/<int:ar>/export")
@requires(Action.EXPORT)
@blueprint.arguments(FormatSchema, location="query")
@blueprint.response(200, FILE, content_type="application/octet-stream")
@says("Allt som är lagrat för året, som JSON, Excel eller CSV; sammanträdena bara för den som får se deras sekretess.")
def everything(wanted: dict[str, str], ar: int) -> Response:
    """All that is stored for the year, as JSON, Excel or CSV."""
    made = export(house(), _year(ar).ar, wanted["format"], meetings=may(user(), Action.SEE_SECRET))
    return a_file(f"malkedjan-{ar}.{made.ending}", made.content)


def _year(ar: int) -> Year:
    if ar not in years_shown(house()):
        raise NotFound
    return year(house(), ar)


def _goals(kedja: Kedja) -> Iterator[dict[str, Any]]:
    for mal in kedja.mrp.gallande_mal:
        yield {
            "nummer": str(mal.nummer), "text": plain(mal.text), "resultat": [_result(led) for led in kedja.under(mal)]
        }  # fmt: skip


def _namndlage(rad: Namndlage) -> dict[str, Any]:
    return {
        "namnd": rad.namnd.kod, "period": rad.period, "ekonomi": _money(rad.ekonomi) if rad.ekonomi else None,
        "resultat": {each.name.lower(): number for each, number in rad.antal.items()} if rad.antal else None,
    }  # fmt: skip


def _money(one: Ekonomi) -> dict[str, Any]:
    share = one.prognosavvikelse_procent
    return {
        "budget": one.budget_helar, "prognos": one.prognos, "avvikelse": one.prognosavvikelse,
        "procent": None if share is None else f"{share:.4f}",
    }  # fmt: skip


def _result(led: Led) -> dict[str, Any]:
    row = led.rad
    return {
        "nummer": str(row.nummer) if row else "", "text": str(row.text) if row else "", "namnd": led.namnd,
        "bedomning": led.lage.bedomning.value if led.lage else None,
        "matt": [{"nummer": str(each.nummer), "text": each.text} for each in led.matt],
        "aktiviteter": [{"nummer": str(each.nummer), "text": plain(each.text)} for each in led.aktiviteter],
    }  # fmt: skip
