"""Asking Kolada (API v3) over the network. The address is given; none is built in."""

import http.client
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from .kolada import NotKolada, answer_in, values_in

MOST_IDS = 25  # in a list of key figures or years
PER_PAGE = 5_000
MOST_PAGES = 200
_LARGEST = 50 * 1024 * 1024
_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})


class KoladaFault(Exception):
    """Kolada could not be asked, or did not answer as it should. `code` leads to a sentence."""

    def __init__(self, code: str, **details: str) -> None:
        super().__init__(code, details)
        self.code = code
        self.details = details


@dataclass(frozen=True, slots=True)
class KoladaClient:
    """Where Kolada is (up to and with `/v3`) and how many seconds each answer may take."""

    base: str
    timeout: float = 20

    def fetch(self, kpis: Sequence[str], kommun: str, years: Sequence[int]) -> bytes:
        """Every page of the answer for the key figures, municipality and years, as they came, in one JSON list.

        Raises `KoladaFault`.
        """
        base = _checked(self.base)
        pages: list[bytes] = []
        wanted_years = ",".join(str(year) for year in years[:MOST_IDS])
        for ids in _in_lists(sorted(set(kpis))):
            path = f"/data/kpi/{','.join(ids)}/municipality/{kommun}/year/{wanted_years}"
            pages += self._pages(f"{base}{urllib.parse.quote(path, safe='/,')}?per_page={PER_PAGE}", base)
        return b"[" + b",\n".join(pages) + b"]"

    def _pages(self, address: str, base: str) -> Iterator[bytes]:
        seen: set[str] = set()
        while address:
            if address in seen or len(seen) >= MOST_PAGES:
                raise KoladaFault("kolada-svar", skal="sidorna tar aldrig slut")
            seen.add(address)
            blob = self._answer(address)
            yield blob
            address = _next(_parsed(blob), address, base)

    def _answer(self, address: str) -> bytes:
        request = urllib.request.Request(address, headers={"Accept": "application/json", "User-Agent": "malkedjan"})
        try:
            with _opener().open(request, timeout=self.timeout) as response:
                blob: bytes = response.read(_LARGEST + 1)
        except urllib.error.HTTPError as error:
            error.close()
            raise KoladaFault("kolada-natverk", skal=f"tjänsten svarade med felkoden {error.code}") from None
        except (TimeoutError, urllib.error.URLError, http.client.HTTPException, OSError) as error:
            raise KoladaFault("kolada-natverk", skal=_reason(error, self.timeout)) from error
        return blob.removeprefix(b"\xef\xbb\xbf")


def _parsed(blob: bytes) -> Any:
    if len(blob) > _LARGEST:
        raise KoladaFault("kolada-svar", skal="det är större än 50 MB")
    try:
        answer = answer_in(blob)
        for _ in values_in(answer):
            pass
    except NotKolada as error:
        raise KoladaFault("kolada-svar", skal=str(error)) from None
    return answer


def _next(answer: Any, address: str, base: str) -> str:
    """The next page's address. One that leads to another host is not followed."""
    found = answer.get("next_url") or answer.get("next_page")
    if not isinstance(found, str) or not found:
        return ""
    following = urllib.parse.urljoin(address, found)
    if urllib.parse.urlsplit(following).netloc != urllib.parse.urlsplit(base).netloc:
        raise KoladaFault("kolada-svar", skal="nästa sida ligger på en annan adress")
    return following


def _checked(base: str) -> str:
    """The address without its last slash: https, or http on this very machine."""
    if not base:
        raise KoladaFault("kolada-ingen-adress")
    try:
        parts = urllib.parse.urlsplit(base)
        local = parts.hostname in _LOCAL
    except ValueError:
        raise KoladaFault("kolada-adress", adress=base[:80]) from None
    if not parts.hostname or parts.scheme not in (("http", "https") if local else ("https",)):
        raise KoladaFault("kolada-adress", adress=base[:80])
    return base.rstrip("/")


class _SameHost(urllib.request.HTTPRedirectHandler):
    """A redirect is followed on the same host only, and never from https to anything else."""

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        before, after = urllib.parse.urlsplit(req.full_url), urllib.parse.urlsplit(newurl)
        if after.netloc != before.netloc or after.scheme not in ("https", before.scheme):
            return None
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _opener() -> urllib.request.OpenerDirector:
    return urllib.request.build_opener(_SameHost)


def _in_lists(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), MOST_IDS):
        yield ids[start : start + MOST_IDS]


def _reason(error: Exception, timeout: float) -> str:
    cause = getattr(error, "reason", error)
    if isinstance(cause, TimeoutError):
        return f"inget svar inom {timeout:g} sekunder"
    return "tjänsten går inte att nå" if isinstance(cause, OSError) else "svaret bröts av"
