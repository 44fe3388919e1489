"""A real OpenID provider on loopback: npm's oidc-provider in a process of its own."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "oidc"
CLIENT, SECRET = "malkedjan", "hemlighet-bara-i-provet-0123456789"


@dataclass(frozen=True)
class Person:
    """Who the provider says that somebody is."""

    sub: str = "s-1"
    email: str = "bun@exempelkommun.se"
    name: str = "Hanna Handläggare"
    verified: str = "yes"


@contextmanager
def provider_of(person: Person) -> Iterator[str]:
    """The issuer of a provider that signs that person in."""
    node = shutil.which("node")
    if node is None or not (FOLDER / "node_modules" / "oidc-provider").exists():
        assert os.environ.get("MALKEDJAN_REQUIRE_TOOLS") != "1", "npm ci --prefix tests/web/oidc"
        pytest.skip("npm's oidc-provider is not installed")
    port = _free_port()
    env = {
        "PATH": os.environ["PATH"], "PORT": str(port), "REDIRECT": "http://localhost/sso/svar", "SECRET": SECRET,
        "LOGOUT": "http://localhost/logga-in", "SUB": person.sub, "EMAIL": person.email, "NAME": person.name,
        "VERIFIED": person.verified,
    }  # fmt: skip
    command = [node, "provider.mjs"]
    with subprocess.Popen(command, cwd=FOLDER, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        try:
            assert process.stdout.readline().strip() == b"ready"
            yield f"http://127.0.0.1:{port}"
        finally:
            process.kill()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
