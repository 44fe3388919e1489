"""The locks pin all that the project says it needs, so that an installation by hash has everything."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = {
    "requirements.lock": (),
    "requirements-dev.lock": ("dev", "cluster", "sso"),
    "requirements-cluster.lock": ("cluster",),
    "requirements-sso.lock": ("sso",),
}


@pytest.mark.parametrize("lock", EXTRAS)
def test_every_dependency_is_pinned_with_a_hash(lock: str) -> None:
    wanted = {name_of(one) for one in PROJECT["dependencies"]}
    for extra in EXTRAS[lock]:
        wanted |= {name_of(one) for one in PROJECT["optional-dependencies"][extra] if not one.startswith("malkedjan")}
    pinned = re.findall(r"^(\S+)==\S+(?: ; [^\\]+)? \\\n    --hash", (ROOT / lock).read_text(encoding="utf-8"), re.M)
    assert wanted <= set(pinned)


def name_of(dependency: str) -> str:
    """`flask` of `flask>=3.1,<4`."""
    return re.split(r"[<>=!\[ ]", dependency)[0]
