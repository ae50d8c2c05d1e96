"""Why a claim was made: its sentence with the parse, the rule that found it, the reasons of each part.

The parse is not recorded with a claim; the sentence is parsed again, as it was when it was coded.
"""

from dataclasses import dataclass
from pathlib import Path

from dragoman.assembly.coding import code_file, open_coder
from dragoman.assembly.names import DocumentNames
from dragoman.assembly.rulebook import load_common_words
from dragoman.claims.claim import Claim, ClaimId
from dragoman.claims.ledger import Ledger
from dragoman.documents.document import Document
from dragoman.documents.passages import split_passages
from dragoman.errors import DocumentError, NameUnknownError
from dragoman.events.rule import Rule
from dragoman.knowledge.authority import load_authority, load_gazetteer
from dragoman.knowledge.rules import load_rules
from dragoman.language.sentence import Sentence
from dragoman.parsing.unmasking import MaskedParser


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a claim was made.

    Attributes:
        claim: The claim, with the reasons of its parts.
        document: Where it stands.
        sentences: The sentences of its evidence, parsed.
        rule: The rule that found it, or ``None`` for what no rule of acts finds (names, counts, amounts).
    """

    claim: Claim
    document: Document
    sentences: tuple[Sentence, ...]
    rule: Rule | None

    def to_dict(self) -> dict[str, object]:
        """Return the explanation as plain JSON values; heads are places in the sentence, the root's is its own."""
        return {
            "claim": self.claim.to_dict(),
            "document": self.document.name,
            "rule": None if self.rule is None else {"name": self.rule.name, "source": self.rule.source},
            "sentences": [
                [
                    {
                        "index": t.index,
                        "text": t.text,
                        "lemma": t.lemma,
                        "pos": t.pos,
                        "head": t.head,
                        "relation": t.relation,
                    }
                    for t in sentence.tokens
                ]
                for sentence in self.sentences
            ],
        }


def explain_claim(document: Document, claim: Claim, *, parser: str | None = None) -> Explanation:
    """Explain a claim of a document.

    Args:
        document: Where it stands.
        claim: The claim.
        parser: Name of an installed spaCy pipeline, or ``None`` for the one that ships with the package.

    Raises:
        ParserError: There is no such parser.
    """
    names = DocumentNames(document.text, load_gazetteer(), load_authority())
    masked = MaskedParser(open_coder(parser).parser, names.find_plain_words, load_common_words())
    span = claim.evidence.span
    passages = [(p.text, p.start) for p in split_passages(document) if p.span.overlaps(span)]
    sentences = tuple(s for found in masked.parse(passages) for s in found if s.span.overlaps(span))
    return Explanation(claim, document, sentences, rule_of(claim))


def rule_of(claim: Claim) -> Rule | None:
    """Return the rule that found a claim, or ``None`` for what no rule of acts finds."""
    name = claim.rule.partition("#")[0]
    return next((rule for rule in load_rules("en").rules if rule.name == name), None)


def find_held_claim(ledger: Ledger, claim: str) -> tuple[Document, Claim]:
    """Return a claim of a ledger with its document.

    Args:
        ledger: Where it is held.
        claim: Its identifier, or a beginning of at least 6 characters.

    Raises:
        NameUnknownError: There is no such claim, or several begin so.
    """
    held = ledger.claim(ClaimId(claim))
    document = ledger.document(held.claim.document) if held is not None else None
    if held is None or document is None:
        raise NameUnknownError("claim", claim)
    return document, held.claim


def find_claim_in_file(path: Path, claim: str, *, parser: str | None = None) -> tuple[Document, Claim]:
    """Code a file and return one of its claims with the document.

    Args:
        path: The file.
        claim: Beginning of the claim's identifier.
        parser: Name of an installed spaCy pipeline, or ``None``.

    Raises:
        DocumentError: The file holds no readable document.
        NameUnknownError: It has no such claim, or several begin so.
    """
    coding = code_file(path, parser=parser)
    if coding.document is None:
        raise DocumentError(str(path), "; ".join(fault.reason for fault in coding.faults).rstrip(".") or "it is empty")
    found = [one for one in coding.claims if one.id.startswith(claim)]
    if len(found) != 1:
        nearest = tuple(one.id for one in (found or coding.claims)[:5])
        raise NameUnknownError("single claim" if found else "claim", claim, nearest)
    return coding.document, found[0]
