"""``dragoman``: the command line. Commands are imported only when they are called."""

import sys

import click

from dragoman.cli.lazy import LazyGroup

COMMANDS = {
    "add": ("add", "Read reports and record what they claim."),
    "code": ("code", "Show what reports claim, without recording it."),
    "recognition": ("recognition", "Who recognises a polity, since when, on whose word."),
    "relations": ("relations", "What is said of a pair, in the order of its dates."),
    "missions": ("missions", "Which missions a polity had in others."),
    "timeline": ("timeline", "All that is said of a polity or a pair, by day."),
    "matrix": ("matrix", "How every polity stands to every other."),
    "watch": ("watch", "What changed since a day of knowledge."),
    "disputes": ("disputes", "What cannot both hold, and why."),
    "names": ("names", "What each speaker calls a polity."),
    "matches": ("matches", "Which spellings may name one person or place."),
    "sources": ("sources", "Outlets: what they tell, on whose word."),
    "loaded": ("loaded", "Words that take a side, by voice."),
    "corroboration": ("corroboration", "Which sources stand behind a claim."),
    "brief": ("brief", "A page about a pair, with a footnote for each claim."),
    "documents": ("documents", "List the documents of a ledger."),
    "claims": ("claims", "List the claims of a ledger."),
    "search": ("search", "Find where words stand in documents or quotes."),
    "show": ("show", "Show a document with its sections, or a claim."),
    "explain": ("explain", "Show why a claim was made: the parse, the rule, the reasons."),
    "judge": ("judge", "Record what a reviewer rules on a claim, a dispute or names."),
    "judgements": ("judgements", "List what reviewers ruled."),
    "history": ("history", "How an answer changed as knowledge grew, and by which entry."),
    "diff": ("diff", "What was learnt, superseded and judged between two moments."),
    "snapshot": ("snapshot", "Give what a ledger holds now a name."),
    "recode": ("recode", "Code again the documents of a ledger."),
    "serve": ("serve", "Show a ledger in a browser."),
    "user": ("user", "Who may log in to the pages of a ledger."),
    "head": ("head", "Print the digest that stands for the whole ledger."),
    "verify": ("verify", "Check that nothing recorded was altered, removed or moved."),
    "ledger": ("ledger", "Copy a ledger to another store, or back it up."),
    "evaluate": ("evaluate", "Score the coder on gold files."),
    "agree": ("agree", "How far two coders agree."),
    "policies": ("policies", "List the policies by which claims count, or show one."),
    "polities": ("polities", "Search the authority file."),
    "completion": ("completion", "Print the completion script of a shell."),
}

EPILOG = """\b
Examples:
  dragoman add reports/ --ledger relations.db
  dragoman recognition DPR --as-of 2022-07-20 --ledger relations.db
  dragoman relations Ukraine "North Korea" --format markdown

DRAGOMAN_LEDGER names the ledger for all commands.

\b
Exit codes: 0 done, 1 nothing could be read, 2 wrong use, 3 ledger,
4 parser, 5 data files.
"""


@click.group(cls=LazyGroup, modules=COMMANDS, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dragoman", message="%(prog)s %(version)s")
def cli() -> None:
    """Read reports and keep a sourced, dated record of relations between states.

    Who recognises whom, since when, and on whose word.
    """


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal without Unicode shows the code of a character instead of failing on it.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    cli(prog_name="dragoman")
