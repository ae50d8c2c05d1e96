"""What stands inside quotation marks."""

from tests.trees import read_trees

from dragoman.actors.quoting import find_quoted
from dragoman.language.sentence import Sentence


def make_sentences(*texts: str) -> tuple[Sentence, ...]:
    """Make sentences of words parted by blanks, one after the other."""
    blocks = ["\n".join(f"{n} {w} {w} X _ _ 0 root _ _" for n, w in enumerate(t.split(), 1)) for t in texts]
    return read_trees(" ".join(texts), "\n\n".join(blocks))


def quoted_words(*texts: str, sections: tuple[int, ...] = ()) -> list[str]:
    sentences = make_sentences(*texts)
    found = find_quoted(sentences, sections or (0,) * len(sentences))
    return [s.tokens[i].text for s, indexes in zip(sentences, found, strict=True) for i in sorted(indexes)]


def test_words_between_marks_are_quoted() -> None:
    assert quoted_words("He said “ we left ” today .") == ["we", "left"]


def test_a_quotation_runs_over_sentences() -> None:
    assert quoted_words('He said " we left .', 'We went . "', "He slept .") == ["we", "left", ".", "We", "went", "."]


def test_no_quotation_runs_into_another_section() -> None:
    assert quoted_words("He said “ we left", "They slept .", sections=(0, 1)) == ["we", "left"]
