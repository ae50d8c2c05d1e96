"""The words of a noun phrase, as they stand in the text."""

from dragoman.language.sentence import Sentence, Token


def phrase_text(sentence: Sentence, head: Token) -> str:
    """Return the words of a noun phrase without its relative clauses, preposition and article."""
    dropped = {"case", "det", "punct", "acl", "appos", "cc", "conj", "mark", "parataxis"}
    kept = [head]
    stack = [t for t in sentence.dependents(head) if t.base not in dropped]
    while stack:
        token = stack.pop()
        kept.append(token)
        stack.extend(t for t in sentence.dependents(token) if t.base not in dropped - {"case", "det"})
    first, last = min(t.start for t in kept), max(t.end for t in kept)
    words = sentence.text[first - sentence.start : last - sentence.start]
    return " ".join(_with_whole_quotes(words, sentence.text[last - sentence.start :][:1]).split())


def _with_whole_quotes(words: str, following: str) -> str:
    """Close a quotation that ends right behind a phrase, and drop a mark whose other half stands elsewhere."""
    for opening, closing in ("“”", "‘’", '""'):
        is_open = words.count(opening) > words.count(closing) if opening != closing else words.count(opening) % 2 == 1
        if is_open and following == closing:
            return words + following
        if is_open and opening == "“":
            words = words.replace(opening, "", 1) if words.startswith(opening) else words
    return words.removesuffix("”") if words.count("”") > words.count("“") else words
