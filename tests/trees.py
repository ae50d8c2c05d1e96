"""Recorded trees: the ``parse:`` blocks of case files as sentences, without a model.

A block has one token a line: number from 1, form, lemma, universal part of speech, Penn
tag, features, head (0 for the root), relation, and two columns that are not read. A blank
in a column is ``_``. Forms are looked for in the text, one after the other, so that the
offsets are those of the text.
"""

from collections.abc import Iterator

from dragoman.language.sentence import Sentence, Token

_COLUMNS = 10


def read_trees(text: str, parse: str, *, start: int = 0) -> tuple[Sentence, ...]:
    """Read the sentences of a text from its recorded trees.

    Args:
        text: The text of all sentences.
        parse: Blocks of lines, one block a sentence, with an empty line between them.
        start: Offset of the text in its document.

    Returns:
        The sentences, with offsets that count from the document's beginning.
    """
    return tuple(_read_sentences(text, parse, start))


def _read_sentences(text: str, parse: str, start: int) -> Iterator[Sentence]:
    position = 0
    for block in parse.strip().split("\n\n"):
        tokens: list[Token] = []
        for index, line in enumerate(block.strip().splitlines()):
            columns = line.split()
            assert len(columns) in {_COLUMNS - 1, _COLUMNS}, f"not a line of a tree: {line!r}"
            form = columns[1]
            place = text.find(form, position)
            assert place >= 0, f"{form!r} is not in the text after {text[:position]!r}"
            position = place + len(form)
            head = int(columns[-4]) - 1
            tokens.append(
                Token(
                    index,
                    form,
                    form.lower() if columns[2] == "_" else columns[2],
                    "X" if columns[3] == "_" else columns[3],
                    "" if columns[4] == "_" else columns[4],
                    index if head < 0 else head,
                    columns[-3],
                    start + place,
                    start + position,
                )
            )
        first, last = tokens[0].start - start, tokens[-1].end - start
        yield Sentence(tuple(tokens), text[first:last], start + first)


def write_tree(sentence: Sentence) -> str:
    """Write a sentence as a ``parse:`` block that :func:`read_trees` reads."""
    lines = []
    for token in sentence.tokens:
        head = 0 if token.head == token.index else token.head + 1
        columns = (token.index + 1, token.text, token.lemma or "_", token.pos or "_", token.tag or "_", "_", head)
        lines.append(" ".join((*map(str, columns), token.relation, "_", "_")))
    return "\n".join(lines)
