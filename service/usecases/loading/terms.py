"""The mandatperiod in whose numbers the goals stand: settings cannot move it once numbers have been given."""

from collections.abc import Iterator, Mapping, Sequence

from schemas.installningar import KommunForm
from schemas.sheets import Record
from schemas.workbooks import Kind
from service.chain.links import place_of
from service.chain.values import Layout
from service.findings import Finding, Level
from service.store import PlanKey, records_of, submission, versions_of_kind, years

from ..house import House


def changed_term(
    house: House, key: PlanKey, records: Mapping[str, Sequence[Record]], layout: Layout
) -> Iterator[Finding]:
    """A fel where settings give the term another first year than the one in which the goals got their numbers: they
    would be numbered anew (a number lives for the mandatperiod)."""
    if key.kind is not Kind.INSTALLNINGAR or not records.get("kommun"):
        return
    form = records["kommun"][0]
    start = form.values["mandatperiod_fran"]
    for ar, year in _terms_in_use(house, key.ar):
        if start is not None and start.year != year:
            place = place_of(KommunForm, form, "mandatperiod_fran", layout)
            details = {"ratt": str(year), "ar": str(ar)}
            yield Finding("mandatperiod-i-bruk", Level.FEL, place, start.isoformat(), details)
            return


def _terms_in_use(house: House, ar: int) -> Iterator[tuple[int, int]]:
    """Years of MRPs handed in on the settings of the year `ar`, each with the first year of its term."""
    for year in years(house.store, Kind.MRP):
        for version in versions_of_kind(house.store, Kind.MRP, year):
            for basis in version.ground:
                found = submission(house.store, basis.submission)
                if basis.kind is Kind.INSTALLNINGAR and found.ar == ar:
                    start = records_of(house.store, found)["kommun"][0].values["mandatperiod_fran"]
                    if start is not None:
                        yield year, start.year
