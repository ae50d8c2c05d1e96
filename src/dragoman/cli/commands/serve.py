"""``dragoman serve``."""

from ipaddress import ip_address

import click

from dragoman.cli.options import ledger_option, open_for_reading

GRACE = 5
"""Seconds in which running answers may end when the server is stopped."""

LOCAL_NAMES = ("localhost", "127.0.0.1", "[::1]")


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; 0.0.0.0 for all.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port to listen on.")
@click.option("--closed", is_flag=True, help="Reading needs an account, too: `dragoman user add` makes one.")
@click.option(
    "--name",
    "names",
    multiple=True,
    metavar="HOST",
    help="A name by which the pages may be asked for; others are refused. Several are allowed.",
)
@click.option(
    "--proxy",
    "proxies",
    multiple=True,
    metavar="ADDRESS",
    help="Address or network of a reverse proxy, whose X-Forwarded headers are believed.",
)
@click.option(
    "--most",
    type=click.IntRange(min=0),
    default=1200,
    show_default=True,
    metavar="N",
    help="Requests a minute from one network address; 0 for no limit.",
)
@ledger_option
def serve(ledger: str, host: str, port: int, most: int, **options: object) -> None:
    r"""Show the ledger in a browser, until it is stopped with Ctrl-C.

    Everybody who reaches it can read; whoever logs in can do what the role of the account allows.
    It needs the extra ``web``: pip install "dragoman[web]".

    \b
    Examples:
      dragoman serve --ledger relations.db
      dragoman serve --host 0.0.0.0 --port 8080 --closed
      dragoman serve --proxy 127.0.0.1 --name relations.example.org
    """
    try:
        import uvicorn

        from dragoman.accounts.opening import has_accounts, open_accounts
        from dragoman.web.app import make_app
        from dragoman.web.settings import WebSettings
    except ModuleNotFoundError as error:
        raise click.ClickException(f'{error.name} is not installed: pip install "dragoman[web]".') from error

    names, proxies, is_closed = _names(options["names"]), _names(options["proxies"]), bool(options["closed"])
    if is_closed and not has_accounts(ledger):
        raise click.UsageError("Nobody could read: make an account first, with `dragoman user add NAME`.")
    if _is_local(host) and not names:
        names = LOCAL_NAMES
    if not _is_local(host) and not proxies and has_accounts(ledger):
        click.echo("Passwords travel unencrypted here: put a reverse proxy with TLS in front, see docs/deploying.md.")
    with open_for_reading(ledger) as held:
        accounts = open_accounts(ledger, create=False) if has_accounts(ledger) else None
        settings = WebSettings(is_closed=is_closed, hosts=names, is_apart=True, most_a_minute=most)
        app = make_app(held, accounts, settings)
        click.echo(f"The ledger {held.address} stands open at http://{host}:{port} until Ctrl-C.", err=True)
        run = {"log_level": "warning", "server_header": False, "timeout_graceful_shutdown": GRACE}
        behind = {"proxy_headers": bool(proxies), "forwarded_allow_ips": ",".join(proxies)}
        try:
            uvicorn.run(app, host=host, port=port, **run, **behind)  # type: ignore[arg-type]
        finally:
            app.state.site.workshop.close()
            app.state.site.explainer.close()
            if accounts is not None:
                accounts.close()


def _names(given: object) -> tuple[str, ...]:
    return tuple([str(one) for one in given]) if isinstance(given, tuple) else ()


def _is_local(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
