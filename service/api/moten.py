"""Meetings: those that one may see, one of them with its agenda and §§, and its packages with their files."""

from typing import Any

from flask import Response
from marshmallow import fields, validate
from werkzeug.exceptions import NotFound

from service.store import PackageOrder, PackageState
from service.usecases.accounts.access import Action
from service.usecases.accounts.rights import for_signed_in, requires_on_meeting
from service.usecases.meetings.address import address_of_meeting
from service.usecases.meetings.listing import ListedMeeting, Skede, meeting_list
from service.usecases.meetings.loading import find_meeting
from service.usecases.meetings.package_orders import package_file, package_seen, packages_seen
from service.usecases.meetings.seen import SeenPunkt, seen_meeting

from .doorway import house, user
from .rooms import FILE, a_file, room, says
from .shapes import Shape, one_of, words

blueprint = room("moten", "Möten")


class MoteSchema(Shape):
    """A meeting as it stands in the list."""

    mote = fields.String(required=True, **words("Mötets adress, till exempel sn-2026-12-10."))
    namn = fields.String(required=True, **words("SN 2026-12-10."))
    namnd = fields.String(required=True, **words("Nämndens kod."))
    datum = fields.Date(required=True, allow_none=True)
    tid = fields.String(required=True)
    plats = fields.String(required=True)
    skede = one_of((skede.value for skede in Skede), "Hur långt mötet har kommit.")
    fel = fields.Integer(required=True, allow_none=True, **words("Fel som hindrar kallelsen. null: kan inte bedömas."))


class BilagaSchema(Shape):
    """An appendix; a secret one by its open title for those who may not see it."""

    nummer = fields.String(required=True, **words("Ärendets nummer och bilagans inom det, till exempel 3.1."))
    titel = fields.String(required=True)
    sekretess = fields.Boolean(required=True)


class ArendeSchema(Shape):
    """An ärende on the agenda."""

    nummer = fields.Integer(required=True)
    beteckning = fields.String(required=True)
    rubrik = fields.String(required=True)
    typ = fields.String(required=True, allow_none=True)
    dnr = fields.String(required=True)
    foredragande = fields.String(required=True)
    utgar = fields.Boolean(required=True)
    paragraf = fields.Integer(required=True, allow_none=True, **words("null: inte given, eller ärendet utgår."))
    utfall = fields.String(required=True, allow_none=True)
    bilagor = fields.List(fields.Nested(BilagaSchema), required=True)


class MotetSchema(Shape):
    """A meeting with its agenda."""

    mote = fields.String(required=True, **words("Mötets adress."))
    namn = fields.String(required=True)
    namnd = fields.String(required=True)
    datum = fields.Date(required=True, allow_none=True)
    tid = fields.String(required=True)
    plats = fields.String(required=True)
    skede = one_of(skede.value for skede in Skede)
    arenden = fields.List(fields.Nested(ArendeSchema), required=True, **words("I listans ordning."))


class PaketfilSchema(Shape):
    """A file of a package."""

    namn = fields.String(required=True)
    storlek = fields.Integer(required=True, **words("Byte."))
    sha256 = fields.String(required=True)
    sekretess = fields.Boolean(required=True)


class PaketSchema(Shape):
    """A package that has been asked for."""

    paket = fields.String(required=True, **words("Paketets id."))
    bestallt = fields.DateTime(required=True)
    av = fields.String(required=True)
    tillstand = one_of(state.value for state in PackageState)
    utskick = fields.Integer(required=True, **words("Utskickets nummer, 0 om det inte är utskickat."))
    andringar = fields.List(fields.String(), required=True, **words("Vad som skilde från utskicket före."))
    filer = fields.List(fields.Nested(PaketfilSchema), required=True)


class MotesurvalSchema(Shape):
    """Which meetings."""

    namnd = fields.String(load_default="", validate=validate.Length(max=40))
    ar = fields.Integer(load_default=None, validate=validate.Range(1900, 2100), **words("Kalenderåret."))


@blueprint.get("/moten")
@for_signed_in
@blueprint.arguments(MotesurvalSchema, location="query")
@blueprint.response(200, MoteSchema(many=True))
@says("Möten som kontot får se: de kommande i ordning, sedan de som har varit.")
def meetings(wanted: dict[str, Any]) -> list[dict[str, Any]]:
    """The meetings that you may see: those to come by day, then those that have been."""
    found = meeting_list(house(), user(), wanted["namnd"], wanted["ar"])
    return [_meeting(one) for one in (*found.coming, *found.past)]


@blueprint.get("/moten/<mote:mote>")
@requires_on_meeting(Action.SEE_MEETING)
@blueprint.response(200, MotetSchema)
@says("Mötet med sin föredragningslista: ärendenas nummer, paragrafer och bilagor.")
def meeting(mote: str) -> dict[str, Any]:
    """A meeting with its agenda: the numbers of the ärenden, their §§ and appendices."""
    found = seen_meeting(house(), user(), mote)
    facts = found.mote.uppgifter
    return {
        "mote": address_of_meeting(found.name), "namn": found.name, "namnd": found.mote.namnd, "datum": facts.datum,
        "tid": facts.tid, "plats": facts.plats, "skede": found.skede.value,
        "arenden": [_arende(one) for one in found.punkter],
    }  # fmt: skip


@blueprint.get("/moten/<mote:mote>/paket")
@requires_on_meeting(Action.SEE_MEETING)
@blueprint.response(200, PaketSchema(many=True))
@says("Mötets paket som kontot får se, det nyaste först.")
def packages(mote: str) -> list[dict[str, Any]]:
    """The meeting's packages that you may see, newest first."""
    return [_package(one) for one in packages_seen(house(), user(), find_meeting(house(), mote))]


@blueprint.get("/moten/<mote:mote>/paket/<paket>")
@requires_on_meeting(Action.SEE_MEETING)
@blueprint.response(200, PaketSchema)
@says("Ett paket: hur det står och vilka filer det har.")
def package(mote: str, paket: str) -> dict[str, Any]:
    """A package: how it stands, and its files."""
    try:
        return _package(package_seen(house(), user(), find_meeting(house(), mote), paket))
    except LookupError:
        raise NotFound from None


@blueprint.get("/moten/<mote:mote>/paket/<paket>/<fil>")
@requires_on_meeting(Action.SEE_MEETING)
@blueprint.response(200, FILE, content_type="application/octet-stream")
@says("En fil i ett paket.")
def package_content(mote: str, paket: str, fil: str) -> Response:
    """A file of a package."""
    try:
        path = package_file(house(), user(), find_meeting(house(), mote), paket, fil)
    except LookupError:
        raise NotFound from None
    return a_file(fil, path.read_bytes())


def _meeting(one: ListedMeeting) -> dict[str, Any]:
    return {
        "mote": address_of_meeting(one.name), "namn": one.name, "namnd": one.kod, "datum": one.datum, "tid": one.tid,
        "plats": one.plats, "skede": one.skede.value, "fel": one.fel,
    }  # fmt: skip


def _arende(one: SeenPunkt) -> dict[str, Any]:
    punkt, row = one.punkt, one.punkt.rad
    return {
        "nummer": punkt.nummer, "beteckning": row.beteckning, "rubrik": row.rubrik, "typ": row.typ, "dnr": row.dnr,
        "foredragande": row.foredragande, "utgar": punkt.utgar, "paragraf": punkt.paragraf, "utfall": row.utfall,
        "bilagor": [
            {"nummer": paper.bilaga.beteckning, "titel": paper.title, "sekretess": paper.secret}
            for paper in one.bilagor
        ],
    }  # fmt: skip


def _package(one: PackageOrder) -> dict[str, Any]:
    return {
        "paket": one.id, "bestallt": one.at, "av": one.by, "tillstand": one.state.value, "utskick": one.dispatch,
        "andringar": list(one.changes),
        "filer": [
            {"namn": file.name, "storlek": file.size, "sha256": file.sha256, "sekretess": file.secret}
            for file in one.files
        ],
    }  # fmt: skip
