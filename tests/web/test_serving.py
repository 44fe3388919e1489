"""`malkedjan serve`, as it is started on a terminal."""

import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit


def test_the_service_says_where_it_is_and_how_to_become_its_administrator(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "from service.cli import main; main()", "--data", str(tmp_path), "serve"]
    with subprocess.Popen([*command, "--port", "0"], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            said, link = process.stdout.readline(), process.stdout.readline().split()[-1]
            assert said.startswith("Målkedjan finns på http://localhost:")
            where = urlsplit(link)
            connection = HTTPConnection("127.0.0.1", where.port, timeout=60)
            connection.request("GET", where.path)
            assert "Välkommen till Målkedjan" in connection.getresponse().read().decode()
            connection.close()
        finally:
            process.terminate()
