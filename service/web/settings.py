"""How the service is run: where its data lies, its clock, what stands before it, and what it takes in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from service.usecases.accounts.sso import OpenIdSettings


def system_time() -> datetime:
    """The time now, in the machine's own zone, in which the pages show it."""
    return datetime.now().astimezone()


@dataclass(frozen=True, slots=True)
class WebSettings:
    """What the service is told when it starts.

    data           the data directory
    now            the clock
    secure         whether browsers reach it over https, by a proxy: cookies are then sent over nothing else
    proxies        how many proxies stand before it, whose word on address and protocol is taken
    largest_upload in bytes
    openid         the identity provider, where one is configured
    """

    data: Path
    now: Callable[[], datetime] = system_time
    secure: bool = False
    proxies: int = 0
    largest_upload: int = 25_000_000
    openid: OpenIdSettings | None = None
