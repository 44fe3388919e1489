"""The web service: pages for staff, drawn on the server. A door: each calls a use case and shows what it gives."""

from .app import create_app
from .openid import openid_settings
from .serving import serve
from .settings import WebSettings

__all__ = ["WebSettings", "create_app", "openid_settings", "serve"]
