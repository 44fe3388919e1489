"""LibreOffice follows no address that a document brings: it would be the service that called."""

import io
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from service.pdf.office import convert

OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
TEXT = "application/vnd.oasis.opendocument.text"
CONTENT = f"""<office:document-content xmlns:office="{OFFICE}:office:1.0" xmlns:text="{OFFICE}:text:1.0"
 xmlns:draw="{OFFICE}:drawing:1.0" xmlns:svg="{OFFICE}:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
 office:version="1.2"><office:body><office:text><text:p>Hej<draw:frame svg:width="5cm" svg:height="5cm"
 text:anchor-type="as-char"><draw:image xlink:href="{{}}" xlink:type="simple" xlink:show="embed"
 xlink:actuate="onLoad"/></draw:frame></text:p></office:text></office:body></office:document-content>"""
MANIFEST = f"""<m:manifest xmlns:m="{OFFICE}:manifest:1.0"><m:file-entry m:full-path="/" m:media-type="{TEXT}"/>
<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>"""


class Listening:
    """A server on loopback, and what it has been asked for."""

    def __init__(self) -> None:
        asked = self.asked = list[str]()

        class Answer(BaseHTTPRequestHandler):
            def handle_one_request(self) -> None:
                asked.append(self.rfile.readline().decode())
                self.close_connection = True

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}/bild.png"


@pytest.fixture
def listening() -> Iterator[Listening]:
    found = Listening()
    yield found
    found.server.shutdown()
    found.server.server_close()


def linking_to(address: str) -> bytes:
    """A text document with a picture that lies elsewhere."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", TEXT)
        archive.writestr("content.xml", CONTENT.format(address))
        archive.writestr("META-INF/manifest.xml", MANIFEST)
    return out.getvalue()


@pytest.mark.office
@pytest.mark.usefixtures("with_office")
def test_a_linked_picture_is_not_fetched(listening: Listening) -> None:
    (made,) = convert([linking_to(listening.address)], "odt", "pdf", "pdf")
    assert isinstance(made, bytes)
    assert listening.asked == []
