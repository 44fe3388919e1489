"""How the identity provider is configured: by `sso.toml` in the data directory, or by the environment."""

import os
import tomllib
from pathlib import Path

from service.usecases.accounts.sso import OpenIdSettings

FILENAME = "sso.toml"
_NAMES = ("issuer", "client_id", "client_secret", "name", "trusts_email", "creates")
_SWITCHES = frozenset({"trusts_email", "creates"})


def openid_settings(data: Path) -> OpenIdSettings | None:
    """The provider; None where none is configured. `MALKEDJAN_OIDC_ISSUER` and its like go before the file.

    Raises `ValueError` for a configuration that lacks something or says what there is not.
    """
    file = data / FILENAME
    given: dict[str, object] = tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    for name in _NAMES:
        if (value := os.environ.get(f"MALKEDJAN_OIDC_{name.upper()}")) is not None:
            given[name] = value in ("1", "ja", "true") if name in _SWITCHES else value
    if not given:
        return None
    if unknown := given.keys() - set(_NAMES):
        raise ValueError(f"{FILENAME}: okända namn: {', '.join(sorted(unknown))}")
    if missing := [name for name in _NAMES[:3] if not given.get(name)]:
        raise ValueError(f"{FILENAME}: det här saknas: {', '.join(missing)}")
    return OpenIdSettings(**given)  # type: ignore[arg-type]
