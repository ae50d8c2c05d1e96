"""A group of commands that imports each only when it is asked for, so that help is quick."""

from difflib import get_close_matches
from importlib import import_module

import click

from dragoman.cli.exits import exit_code
from dragoman.errors import DragomanError


class LazyGroup(click.Group):
    """A group whose commands stand in modules of :mod:`dragoman.cli.commands`.

    Args:
        modules: For each command the module and, for the overview, a short description.
    """

    def __init__(self, *args: object, modules: dict[str, tuple[str, str]] | None = None, **values: object) -> None:
        super().__init__(*args, **values)  # type: ignore[arg-type]
        self._modules = modules or {}

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names of the commands, in the order of use."""
        return list(self._modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Return a command, importing its module, or ``None`` where there is none."""
        if cmd_name not in self._modules:
            return None
        try:
            module = import_module(f"dragoman.cli.commands.{self._modules[cmd_name][0]}")
        except ModuleNotFoundError as error:
            if (error.name or "").startswith("dragoman"):
                raise
            raise click.ClickException(f'{error.name} is not installed: pip install "dragoman[web]".') from error
        command = getattr(module, cmd_name.replace("-", "_"))
        if not isinstance(command, click.Command):
            raise TypeError(cmd_name)
        # Docstrings are raw (a house rule where they have backslashes); click wants the character itself.
        command.help = command.help and command.help.replace("\\b\n", "\b\n")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is meant; a name that is none is answered with those like it."""
        if args and args[0] not in self._modules and not args[0].startswith("-"):
            near = get_close_matches(args[0], self._modules)
            hint = f" Did you mean {' or '.join(near)}?" if near else ""
            raise click.UsageError(f"No such command {args[0]!r}.{hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - the same
        """Write the overview from the table alone, without importing any command."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, about) for name, (_, about) in self._modules.items()])

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; an error of ours becomes one sentence and an exit code."""
        try:
            return super().invoke(ctx)
        except DragomanError as error:
            click.echo(f"Error: {error}", err=True)
            ctx.exit(exit_code(error))
