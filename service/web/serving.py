"""Running the service: waitress, and what is said on the terminal when it starts."""

import signal
from collections.abc import Callable
from types import FrameType

import waitress

from service.usecases.accounts.accounts import first_link
from service.usecases.house import open_house

from .app import create_app
from .foreman import foreman_of
from .settings import WebSettings

THREADS = 8


def serve(settings: WebSettings, host: str, port: int, say: Callable[[str], None]) -> None:
    """Serve until stopped; `say` tells where, and the one-time link that makes the first administrator.

    Raises `OSError` when the address is taken or the data directory cannot be written to.
    """
    app = create_app(settings)
    server = waitress.create_server(
        app, host=host, port=port, threads=THREADS, ident="malkedjan",
        max_request_body_size=2 * settings.largest_upload, clear_untrusted_proxy_headers=not settings.proxies,
    )  # fmt: skip
    address = f"http://{'localhost' if host in ('127.0.0.1', '0.0.0.0') else host}:{server.effective_port}"
    say(f"Målkedjan finns på {address} (avsluta med Ctrl+C).")
    if (link := welcome_link(settings)) is not None:
        say(f"Gör dig till administratör, länken fungerar en gång: {address}{link}")
    if host not in ("127.0.0.1", "localhost", "::1") and not settings.secure:
        say("Obs: andra datorer når tjänsten utan kryptering. Ställ en proxy med https framför (--behind-proxy).")
    foreman = foreman_of(app)

    def leave(number: int, frame: FrameType | None) -> None:
        foreman.interrupt()
        raise SystemExit(0)

    signal.signal(signal.SIGTERM, leave)  # asked to end, it ends as it does by Ctrl-C
    foreman.start()
    try:
        server.run()
    finally:
        foreman.close()


def welcome_link(settings: WebSettings) -> str | None:
    """The path of a fresh one-time link for the first administrator; None where there is one already."""
    with open_house(settings.data, settings.now) as house:
        token = first_link(house)
    return f"/valkommen/{token}" if token else None
