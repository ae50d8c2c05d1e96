"""``dragoman completion``."""

import click
from click.shell_completion import get_completion_class


@click.command()
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
def completion(shell: str) -> None:
    r"""Print the script that completes commands and options in a shell.

    \b
    Examples:
      dragoman completion bash >> ~/.bashrc
      dragoman completion zsh >> ~/.zshrc
      dragoman completion fish > ~/.config/fish/completions/dragoman.fish
    """
    from dragoman.cli.main import cli

    found = get_completion_class(shell)
    if found is None:
        raise click.BadParameter(shell)
    click.echo(found(cli, {}, "dragoman", "_DRAGOMAN_COMPLETE").source())
