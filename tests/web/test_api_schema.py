"""The API against its own description: schemathesis calls every address with all sorts of things, as several roles."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode

from service.store import account, documents_of_year, latest_version
from service.usecases.batches.orders import BatchWish
from service.usecases.batches.service import order_batch
from service.usecases.demo.year import AR
from service.usecases.house import open_house
from service.usecases.loading.planaddress import address_of
from service.usecases.meetings.address import address_of_meeting
from service.web.limits import limiter

from .conftest import key_of
from .town import DRAFT, MEETING, NOW

# The same is drawn each time: what is found here is found by everybody.
_BOUNDED = settings(
    max_examples=2, deadline=None, derandomize=True, database=None, phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip


@pytest.fixture
def unhurried() -> Iterator[None]:
    """No limit to how often one may call."""
    limiter.enabled = False
    yield
    limiter.enabled = True


@pytest.mark.parametrize("who", ["ekonom", "sn", "lasare"])
@pytest.mark.usefixtures("unhurried")
# A zip lies in a file until it has been sent; schemathesis closes no answer.
@pytest.mark.filterwarnings("ignore:.*SpooledTemporaryFile:pytest.PytestUnraisableExceptionWarning")
def test_schemathesis_finds_no_failure(app: Flask, who: str) -> None:
    real, header, faults = _what_is_there(app), key_of(app, who), []
    for found in schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app).get_all_operations():
        for mode in GenerationMode:
            _try(found.ok(), mode, header, real, faults)
    assert not faults, "\n\n".join(faults)


def _what_is_there(app: Flask) -> dict[str, Any]:
    with open_house(app.config["MALKEDJAN"].data, lambda: NOW) as house:
        version, who = latest_version(house.store, DRAFT), account(house.store, "konto-ekonom")
        assert who is not None
        paper = next(one.document.sha256 for one in documents_of_year(house.store, AR) if one.plan == DRAFT)
        batch = order_batch(house, who, BatchWish(AR, ("detaljbudget",), ("SN",)))
    assert version is not None
    return {
        "key": address_of(DRAFT), "inlamning": version.submission, "ar": AR, "dokument": "verksamhetsplan",
        "sha256": paper, "korning": batch, "plats": 1, "mote": address_of_meeting(MEETING),
    }  # fmt: skip


def _try(operation: Any, mode: GenerationMode, header: Any, real: dict[str, Any], faults: list[str]) -> None:
    """Call an address with what it asks for, about what is there, or with what it does not ask for."""
    if mode is GenerationMode.NEGATIVE and not list(operation.iter_parameters()) and not operation.body:
        return  # there is nothing to be wrong about

    @_BOUNDED
    @given(case=operation.as_strategy(generation_mode=mode))
    def tried(case: Any) -> None:
        if mode is GenerationMode.POSITIVE:
            case.path_parameters.update({name: real[name] for name in case.path_parameters if name in real})
        try:
            case.call_and_validate(headers=header)
        except BaseExceptionGroup as group:
            faults.extend(f"{operation.label} {case.body!r}: {one}" for one in group.exceptions)

    tried()
