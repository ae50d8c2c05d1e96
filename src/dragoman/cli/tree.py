"""Prints why a claim was made: the sentence as a tree, the rule, the reasons."""

import json

import click
from rich.text import Text
from rich.tree import Tree

from dragoman.answers.wording import sentence_of
from dragoman.assembly.explanation import Explanation
from dragoman.claims.claim import Claim
from dragoman.cli.output import make_console
from dragoman.cli.sheet import one_line, safe
from dragoman.documents.span import Span
from dragoman.language.sentence import Sentence, Token

SMALL = frozenset({"det", "case", "punct", "aux", "cop", "mark", "cc", "fixed", "flat", "compound", "goeswith"})
"""Relations of words that are written beside their head, so that the tree stays small."""


def print_explanation(explanation: Explanation, form: str) -> None:
    """Print an explanation as a tree with reasons, or as JSON."""
    if form == "json":
        click.echo(json.dumps(explanation.to_dict(), ensure_ascii=False, indent=2))
        return
    console = make_console()
    claim = explanation.claim
    console.print(Text(safe(sentence_of(claim)), style="bold"))
    console.print(Text(f"“{safe(one_line(claim.evidence.quote))}”", style="italic"))
    console.print()
    roles = roles_of(claim)
    for sentence in explanation.sentences:
        tree = Tree(_label(sentence, sentence.root, roles), guide_style="dim")
        _grow(tree, sentence, sentence.root, roles)
        console.print(tree)
        console.print()
    rule = explanation.rule
    source = f" ({rule.source})" if rule is not None else ""
    console.print(Text.assemble(("rule ", "dim"), safe(claim.rule), (safe(source), "dim")))
    for reason in claim.reasons:
        part, _, why = reason.partition(": ")
        if part != "rule" or why.partition(" ")[0] != claim.rule:
            console.print(Text.assemble((f"{safe(part)} ", "dim"), safe(why)), soft_wrap=False)
    console.print(Text.assemble(("confidence ", "dim"), f"{claim.confidence:.2f}"))


def roles_of(claim: Claim) -> tuple[tuple[Span, str], ...]:
    """Return which stretches of the text play a part in a claim."""
    found = [(p.mention.span, f"actor {p.id}") for p in claim.actors]
    found += [(p.mention.span, f"recipient {p.id}") for p in claim.recipients]
    found += [(hop.span, f"source {hop.id or hop.source}") for hop in claim.chain if hop.span is not None]
    if claim.date is not None and claim.date.span is not None:
        found.append((claim.date.span, f"date {claim.date.edtf}"))
    return tuple(found)


def _grow(tree: Tree, sentence: Sentence, token: Token, roles: tuple[tuple[Span, str], ...]) -> None:
    for child in sentence.dependents(token):
        if not _is_small(sentence, child):
            _grow(tree.add(_label(sentence, child, roles)), sentence, child, roles)


def _is_small(sentence: Sentence, token: Token) -> bool:
    return token.base in SMALL and not sentence.dependents(token)


def _label(sentence: Sentence, token: Token, roles: tuple[tuple[Span, str], ...]) -> Text:
    """The words of a node with its relation and the parts that it plays."""
    beside = [t for t in sentence.dependents(token) if _is_small(sentence, t) and t.base != "punct"]
    words = " ".join(t.text for t in sorted((*beside, token), key=lambda t: t.index))
    parts = dict.fromkeys(role for span, role in roles if span.contains(token.span) and _heads(sentence, token, span))
    label = Text.assemble((safe(words), "bold" if parts else ""), (f"  {token.relation}", "dim"))
    for part in parts:
        label.append(f"  ◂ {safe(part)}", style="cyan")
    return label


def _heads(sentence: Sentence, token: Token, span: Span) -> bool:
    """Tell whether a token is the highest one of a stretch."""
    head = sentence.head_of(token)
    return head is None or not span.contains(head.span)
