"""How often somebody may try: signing in, using one-time links, having papers written."""

from flask import request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

# In the process's own memory: one process serves. By address, and by account from wherever it is tried.
limiter = Limiter(get_remote_address, storage_uri="memory://", strategy="moving-window")
CALLS = "600 per minute"  # of a program, by its token
BY_ADDRESS, BY_ACCOUNT = "10 per minute; 60 per hour", "5 per minute; 20 per hour"
WRITTEN = "20 per minute; 200 per hour"  # LibreOffice works for seconds on each


def tried_account() -> str:
    """The account that a sign-in is tried for."""
    return f"konto {request.form.get('epost', '').strip().casefold()}"
