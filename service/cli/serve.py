"""`malkedjan serve`: the web service."""

from pathlib import Path

import click

from service.web import WebSettings, openid_settings, serve

from .endings import answers


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Adressen att lyssna på.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Porten.")
@click.option("--behind-proxy", is_flag=True, help="Bakom en proxy med https, som sätter X-Forwarded-For/-Proto/-Host.")
@click.pass_obj
def serve_command(data: Path, host: str, port: int, behind_proxy: bool) -> None:
    """Starta webbtjänsten. Första gången skrivs en länk som gör dig till administratör."""
    try:
        openid = openid_settings(data)
    except ValueError as fault:
        raise click.ClickException(str(fault)) from fault
    settings = WebSettings(data, secure=behind_proxy, proxies=1 if behind_proxy else 0, openid=openid)
    with answers():
        serve(settings, host, port, click.echo)
