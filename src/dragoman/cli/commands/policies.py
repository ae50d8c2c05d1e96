"""``dragoman policies``."""

import click

from dragoman.cli.options import complete_policies, format_option


@click.group(invoke_without_command=True)
@format_option
@click.pass_context
def policies(context: click.Context, form: str) -> None:
    r"""List the policies that come with Dragoman, or show one.

    A policy says which claims count for an answer. Every command that answers takes --policy, with the name of
    one of these or the path of a YAML file.

    \b
    Examples:
      dragoman policies
      dragoman policies show cautious > mine.yaml
      dragoman recognition DPR --policy mine.yaml
    """
    if context.invoked_subcommand is not None:
        return
    from dragoman.api import list_policies
    from dragoman.cli.output import print_values
    from dragoman.cli.sheets.policies import policies_sheet

    found = list_policies()
    print_values(lambda: [one.rules_to_dict() for one in found], lambda: policies_sheet(found), form)


@policies.command()
@click.argument("policy", metavar="NAME|FILE", shell_complete=lambda _c, _o, begun: complete_policies(begun))
@click.option("--json", "is_json", is_flag=True, help="Print JSON, not YAML.")
def show(policy: str, *, is_json: bool) -> None:
    r"""Print a policy in full, in the form of its file.

    \b
    Examples:
      dragoman policies show cautious
      dragoman policies show mine.yaml --json
    """
    import json

    from dragoman.api import find_policy
    from dragoman.exchange.policy_yaml import write_policy

    found = find_policy(policy)
    click.echo(
        json.dumps(found.rules_to_dict(), ensure_ascii=False, indent=2) if is_json else write_policy(found), nl=is_json
    )
