"""``dragoman serve``."""

import click

from dragoman.cli.options import ledger_option, open_for_reading

GRACE = 5
"""Seconds in which running answers may end when the server is stopped."""


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; 0.0.0.0 for all.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port to listen on.")
@ledger_option
def serve(ledger: str, host: str, port: int) -> None:
    r"""Show the ledger in a browser, until it is stopped with Ctrl-C. Nothing is written.

    It needs the extra ``web``: pip install "dragoman[web]".

    \b
    Examples:
      dragoman serve --ledger relations.db
      dragoman serve --host 0.0.0.0 --port 8080
    """
    try:
        import uvicorn

        from dragoman.web.app import make_app
    except ModuleNotFoundError as error:
        raise click.ClickException(f'{error.name} is not installed: pip install "dragoman[web]".') from error

    with open_for_reading(ledger) as held:
        click.echo(f"The ledger {held.address} stands open at http://{host}:{port} until Ctrl-C.", err=True)
        options = {"log_level": "warning", "server_header": False, "timeout_graceful_shutdown": GRACE}
        uvicorn.run(make_app(held), host=host, port=port, **options)  # type: ignore[arg-type]
