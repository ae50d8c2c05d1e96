"""Prints why a claim was made: the sentence as a tree, the rule, the reasons."""

import json

import click
from rich.text import Text
from rich.tree import Tree

from dragoman.answers.parse_tree import TreeNode, grow_tree
from dragoman.answers.wording import sentence_of
from dragoman.assembly.explanation import Explanation
from dragoman.cli.output import make_console
from dragoman.cli.sheet import one_line, safe


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
    for sentence in explanation.sentences:
        root = grow_tree(sentence, claim)
        tree = Tree(_label(root), guide_style="dim")
        _grow(tree, root)
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


def _grow(tree: Tree, node: TreeNode) -> None:
    for below in node.further:
        _grow(tree.add(_label(below)), below)


def _label(node: TreeNode) -> Text:
    """The words of a node with its relation and the parts that it plays."""
    label = Text.assemble((safe(node.words), "bold" if node.parts else ""), (f"  {node.relation}", "dim"))
    for part in node.parts:
        label.append(f"  ◂ {safe(part)}", style="cyan")
    return label
