r"""Train the English parser that ships in the package.

    python tools/train_parser.py --data ../shared/data/ud_english --vectors VECTORS \
        --out src/dragoman/parsing/models/en_dragoman

VECTORS is a folder with ``words.json`` (a list of words, most frequent first) and
``vectors.npy`` (a row each), or a trained model, whose vectors are then used again;
without the option the vectors of the model at --out are. ``--quick`` trains for a few
minutes, for a look. The model card tells what was used for the model that ships.
"""

import argparse
import json
import random
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.training import Example
from spacy.vectors import Vectors
from thinc.api import Adam, Config, fix_random_seed

from parser_grammar import draw_sentence
from parser_lemmas import distil_lemmas
from parser_phrases import chance
from parser_tokenizer import set_tokenizer
from parser_treebank import Tree, doc_of, read_trees, text_of
from parser_variation import vary, vary_blanks

_CONFIG = Path(__file__).with_name("parser.cfg")
_GROUP_SIZES = (1, 1, 2, 3, 4, 6, 8)
_META = {
    "name": "dragoman",
    "version": "1.0.0",
    "description": "English in Universal Dependencies, for reports on relations between states",
    "license": "CC BY-SA 4.0",
    "sources": [
        {"name": "Universal Dependencies English EWT", "license": "CC BY-SA 4.0"},
        {"name": "Universal Dependencies English GUM, documents under CC BY", "license": "CC BY 4.0"},
        {"name": "GloVe 6B, 50 dimensions", "license": "PDDL 1.0"},
        {"name": "WordNet 3.0 (lemma table)", "license": "WordNet"},
    ],
}
_SCORED = ("dep_las", "dep_uas", "tag_acc", "pos_acc", "sents_f")


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how hard to train.

    Attributes:
        steps: Number of updates.
        evaluate_every: Updates between two scorings on the development part.
        words: Words in an update, at the beginning and at most.
        dropout: Share of activations dropped.
        rate: Highest learning rate; it falls to a twentieth over the last half of the steps.
        seed: Where the drawing of groups and variations starts.
        second_gum: Share of the GUM passages that is seen twice in an epoch.
        keeps_best: Write the best state on the development part; without it the last one, as is
            right where the development part was trained on.
        drawn: Sentences of the grammar for each sentence of the treebanks.
    """

    steps: int
    evaluate_every: int
    words: tuple[int, int] = (150, 1000)
    dropout: float = 0.15
    rate: float = 0.0012
    seed: int = 1
    second_gum: float = 1.0
    keeps_best: bool = True
    drawn: float = 0.05

    def rate_at(self, step: int) -> float:
        """Return the learning rate of a step: a short rise, a plateau, a straight fall."""
        warm = min(1.0, (step + 1) / 200)
        fall = min(1.0, 2 * (1 - step / self.steps))
        return self.rate * warm * max(fall, 0.05)

    def words_at(self, step: int) -> int:
        """Return the number of words in the update of a step."""
        first, most = self.words
        return int(min(most, first * 1.002**step))


def main() -> None:
    """Read the options, train, and keep the best model on the development part."""
    options = _options()
    fix_random_seed(options.seed)
    config = Config().from_disk(_CONFIG).merge(Config().from_str(options.override or ""))
    nlp = new_pipeline(config, options.vectors or options.out)
    training = read_trees(options.data / "train.conllu")
    if options.with_development:
        training += read_trees(options.data / "dev.conllu")
    development = read_trees(options.data / "dev.conllu")
    steps, evaluate_every = (600, 300) if options.quick else (options.steps, options.evaluate_every)
    schedule = Schedule(
        steps, evaluate_every, dropout=options.dropout, seed=options.seed, keeps_best=not options.with_development
    )
    train(nlp, training, development, schedule=schedule, out=options.out)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with train.conllu and dev.conllu")
    parser.add_argument("--out", type=Path, required=True, help="folder for the model")
    parser.add_argument("--vectors", type=Path, help="folder with word vectors, or a trained model")
    parser.add_argument("--steps", type=int, default=8000)
    parser.add_argument("--evaluate-every", type=int, default=500)
    parser.add_argument("--dropout", type=float, default=0.15)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--override", help="configuration text that replaces parts of parser.cfg")
    parser.add_argument("--with-development", action="store_true", help="train on the development part too")
    parser.add_argument("--quick", action="store_true", help="600 updates only")
    return parser.parse_args()


def new_pipeline(config: Config, vectors: Path) -> Language:
    """Build an untrained pipeline with the treebanks' tokenizer and the word vectors."""
    nlp = spacy.util.load_model_from_config(config, auto_fill=True, validate=True)
    set_tokenizer(nlp)
    nlp.vocab.vectors = read_vectors(vectors, nlp)
    return nlp


def read_vectors(path: Path, nlp: Language) -> Vectors:
    """Read word vectors by lower-case form from a folder of vectors or from a trained model."""
    if (path / "words.json").exists():
        words = json.loads((path / "words.json").read_text(encoding="utf-8"))
        table = np.load(path / "vectors.npy", allow_pickle=False).astype("float32")
        vectors = Vectors(strings=nlp.vocab.strings, shape=table.shape, attr="LOWER", name="words")
        for row, word in enumerate(words):
            vectors.add(nlp.vocab.strings.add(word), vector=table[row])
        return vectors
    trained = spacy.load(path).vocab
    for word in trained.strings:
        nlp.vocab.strings.add(word)
    return trained.vectors


def train(nlp: Language, training: list[Tree], development: list[Tree], *, schedule: Schedule, out: Path) -> None:
    """Train a pipeline and write the best state, by LAS and sentence bounds, or the last one, to ``out``."""
    rng = random.Random(schedule.seed)  # noqa: S311 (not a secret)
    plain = [_example(nlp, group) for group in _groups(training, rng)]
    optimizer = Adam(schedule.rate, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True)
    nlp.initialize(lambda: plain, sgd=optimizer)
    nlp.vocab.vectors.name = "words"
    scored = [_example(nlp, group) for group in _fixed_groups(development, 5)]
    best, started = 0.0, time.monotonic()
    losses: dict[str, float] = {}
    batches = _batches(nlp, training, rng, schedule)
    for step in range(schedule.steps):
        optimizer.learn_rate = schedule.rate_at(step)
        nlp.update(next(batches), sgd=optimizer, drop=schedule.dropout, losses=losses)
        if (step + 1) % schedule.evaluate_every == 0:
            with nlp.use_params(optimizer.averages):
                scores = score(nlp, scored)
                figures = " ".join(f"{name} {100 * scores[name]:.2f}" for name in _SCORED)
                print(f"step {step + 1} {time.monotonic() - started:.0f}s {figures}", flush=True)
                total = scores["dep_las"] + 0.1 * scores["sents_f"]
                if total > best or not schedule.keeps_best:
                    best = total
                    write(nlp, out, training)


def score(nlp: Language, examples: list[Example]) -> dict[str, float]:
    """Parse the texts of the examples and return spaCy's scores, from 0 to 1."""
    texts = [example.reference.text for example in examples]
    parsed = [Example(doc, example.reference) for doc, example in zip(nlp.pipe(texts), examples, strict=True)]
    scores: dict[str, float] = {}
    for _, component in nlp.pipeline:
        if hasattr(component, "score"):
            scores |= component.score(parsed)
    scores |= Scorer.score_spans(parsed, "sents", getter=lambda doc, _: doc.sents, has_annotation=None)
    return {name: value or 0.0 for name, value in scores.items() if name in _SCORED}


def write(nlp: Language, out: Path, trees: list[Tree]) -> None:
    """Write the pipeline and its lemma table as a folder, in place of the one that is there."""
    aside = out.with_name(out.name + ".new")
    nlp.meta = nlp.meta | _META
    nlp.to_disk(aside, exclude=["lookups"])
    row_of = nlp.vocab.vectors.key2row
    words = [nlp.vocab.strings[key] for key in sorted(row_of, key=row_of.__getitem__)]
    table = json.dumps(distil_lemmas(trees, words), ensure_ascii=False, separators=(",", ":"))
    (aside / "lemmas.json").write_text(table + "\n", encoding="utf-8")
    shutil.rmtree(out, ignore_errors=True)
    aside.rename(out)


def _batches(nlp: Language, trees: list[Tree], rng: random.Random, schedule: Schedule) -> Iterator[list[Example]]:
    """Yield batches without end; each epoch groups and varies the sentences anew."""
    step = 0
    while True:
        groups = list(_groups(trees, rng))
        groups += [g for g in _groups([t for t in trees if t.part == "GUM"], rng) if chance(rng, schedule.second_gum)]
        groups += _drawn(int(schedule.drawn * len(trees)), rng)
        rng.shuffle(groups)
        batch: list[Example] = []
        words = 0
        for group in groups:
            varied = [vary(tree, rng) for tree in group]
            batch.append(_example(nlp, varied, vary_blanks(text_of(varied), rng) if chance(rng, 0.06) else None))
            words += sum(map(len, varied))
            if words >= schedule.words_at(step):
                yield batch
                batch, words, step = [], 0, step + 1


def _example(nlp: Language, trees: list[Tree], text: str | None = None) -> Example:
    reference = doc_of(trees, nlp.vocab)
    return Example(nlp.make_doc(reference.text if text is None else text), reference)


def _groups(trees: list[Tree], rng: random.Random) -> Iterator[list[Tree]]:
    """Cut the sentences of each document into passages of random length."""
    group: list[Tree] = []
    size = 1
    for tree in trees:
        if group and (len(group) >= size or tree.document != group[0].document):
            yield group
            group, size = [], rng.choice(_GROUP_SIZES)
        group.append(tree)
    if group:
        yield group


def _drawn(count: int, rng: random.Random) -> list[list[Tree]]:
    """Draw sentences from the grammar, in passages of one to three."""
    groups = []
    while count > 0:
        size = rng.choice((1, 2, 3))
        groups.append([draw_sentence(rng) for _ in range(size)])
        count -= size
    return groups


def _fixed_groups(trees: list[Tree], size: int) -> Iterator[list[Tree]]:
    group: list[Tree] = []
    for tree in trees:
        if group and (len(group) >= size or tree.document != group[0].document):
            yield group
            group = []
        group.append(tree)
    yield group


if __name__ == "__main__":
    main()
