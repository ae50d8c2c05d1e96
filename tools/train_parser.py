r"""Train the English parser that ships in the package.

    python tools/train_parser.py --data ../shared/data/ud_english --out src/dragoman/parsing/models/en_dragoman

The word vectors are those of the model at --out, or of --vectors: another trained model,
or ``glove.6B.50d.txt`` from https://nlp.stanford.edu/projects/glove/, whose first 40,000
words are taken. Training goes in two stages: on the training part alone, watched on the
development part; then on both, and on more of what the treebanks lack. ``--quick`` makes few updates,
for a look. The model card tells how the model that ships was made.
"""

import argparse
import json
import random
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.training import Example
from spacy.vectors import Vectors
from spacy.vocab import Vocab
from thinc.api import Adam, Config, Optimizer, fix_random_seed

from parser_grammar import draw_sentence
from parser_lemmas import distil_lemmas
from parser_phrases import chance
from parser_tokenizer import set_tokenizer
from parser_treebank import Tree, doc_of, read_trees, text_of
from parser_variation import vary, vary_blanks

_CONFIG = Path(__file__).with_name("parser.cfg")
_VECTORS = 40_000  # words with a vector of their own
_EVALUATE_EVERY = 500  # updates
_GROUP_SIZES = (1, 1, 2, 3, 4, 6, 8)
_META = {
    "name": "dragoman",
    "version": "1.0.0",
    "spacy_version": ">=3.8.4,<3.9",
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
class Stage:
    """How long and how hard to train, and on what.

    Attributes:
        steps: Number of updates.
        rate: Highest learning rate.
        falls_from: Share of the updates after which the rate falls, in a straight line, to a twentieth.
        words: Words in an update, at the beginning and at most.
        dropout: Share of activations dropped.
        with_development: Train on the development part too, and write the last state; without
            it the state is written that is best on the development part.
        second_gum: Share of the GUM passages that is seen twice in an epoch: GUM is a third of the
            sentences, but nearer to the reports that Dragoman reads.
        drawn: Sentences of the grammar for each sentence of the treebanks.
    """

    steps: int
    rate: float
    falls_from: float
    words: tuple[int, int]
    dropout: float
    with_development: bool
    second_gum: float
    drawn: float

    def rate_at(self, step: int) -> float:
        """Return the learning rate of a step: a short rise, a plateau, a straight fall."""
        rise = min(1.0, (step + 1) / _RISE)
        fall = min(1.0, (1 - step / self.steps) / (1 - self.falls_from))
        return self.rate * rise * max(fall, 0.05)

    def words_at(self, step: int) -> int:
        """Return the number of words in the update of a step."""
        first, most = self.words
        return int(min(most, first * 1.002**step))


_RISE = 150  # updates until the learning rate is reached
STAGES = (
    Stage(
        steps=8000,
        rate=0.0012,
        falls_from=0.5,
        words=(150, 1000),
        dropout=0.15,
        with_development=False,
        second_gum=0.5,
        drawn=0.0,
    ),
    Stage(
        steps=4000,
        rate=0.0007,
        falls_from=0.0,
        words=(1000, 1000),
        dropout=0.2,
        with_development=True,
        second_gum=1.0,
        drawn=0.05,
    ),
)


def main() -> None:
    """Read the options and train, stage by stage."""
    options = _options()
    fix_random_seed(options.seed)
    rng = random.Random(options.seed)  # noqa: S311 (not a secret)
    training = read_trees(options.data / "train.conllu")
    development = read_trees(options.data / "dev.conllu")
    nlp = new_pipeline(options.vectors or options.out)
    optimizer = new_optimizer(STAGES[0])
    plain = [_example(nlp, group) for group in _groups(training, rng)]
    nlp.initialize(lambda: plain, sgd=optimizer)
    for stage in STAGES:
        if options.quick:
            stage = replace(stage, steps=stage.steps // 20)  # noqa: PLW2901 (the same stage, shorter)
        trees = training + development if stage.with_development else training
        run = Run(nlp, stage, rng, options.out)
        train(run, optimizer, trees, development)
        nlp = spacy.load(options.out)
        optimizer = new_optimizer(stage)
        nlp.resume_training(sgd=optimizer)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with train.conllu and dev.conllu")
    parser.add_argument("--out", type=Path, required=True, help="folder for the model")
    parser.add_argument("--vectors", type=Path, help="glove.6B.50d.txt, or a trained model")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--quick", action="store_true", help="a twentieth of the updates")
    return parser.parse_args()


def new_pipeline(vectors: Path) -> Language:
    """Build an untrained pipeline with the treebanks' tokenizer and the word vectors."""
    nlp = spacy.util.load_model_from_config(Config().from_disk(_CONFIG), auto_fill=True, validate=True)
    set_tokenizer(nlp)
    nlp.vocab.vectors = read_vectors(vectors, nlp)
    return nlp


def new_optimizer(stage: Stage) -> Optimizer:
    """Return a fresh optimizer, which also keeps the running averages that are scored and written."""
    optimizer: Optimizer = Adam(stage.rate, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True)
    return optimizer


def read_vectors(path: Path, nlp: Language) -> Vectors:
    """Read word vectors from a text file in GloVe's format or from a trained model.

    Each vector is found by its word in lower case, with a capital and in capitals. (Looking up
    by the attribute ``LOWER`` would be shorter, but spaCy forgets the attribute when it writes a model.)
    """
    if path.is_dir():
        trained = spacy.load(path).vocab
        words, table = words_of(trained), trained.vectors.data
    else:
        with path.open(encoding="utf-8") as lines:
            rows = [line.rstrip("\n").split(" ") for line in islice(lines, _VECTORS)]
        words = [row[0] for row in rows]
        # GloVe's vectors have a length near 5; the network's own embeddings begin near 1.
        table = np.array([row[1:] for row in rows], dtype="float32") / 3
    vectors = Vectors(strings=nlp.vocab.strings, data=table, name="words")
    for row, word in enumerate(words):
        for form in (word, word.capitalize(), word.upper()):
            key = nlp.vocab.strings.add(form)
            if form == word or key not in vectors.key2row:
                vectors.add(key, row=row)
    return vectors


def words_of(vocab: Vocab) -> list[str]:
    """Return the words that have vectors, in lower case, in the order of the rows."""
    row_of = {key: row for key, row in vocab.vectors.key2row.items() if key in vocab.strings}
    words = {row: vocab.strings[key] for key, row in row_of.items() if vocab.strings[key].islower()}
    words |= {row: vocab.strings[key] for key, row in row_of.items() if row not in words}
    return [words[row] for row in sorted(words)]


@dataclass(frozen=True, slots=True)
class Run:
    """What stays the same during a stage: the pipeline, the plan, the chance, the folder written to."""

    nlp: Language
    stage: Stage
    rng: random.Random
    out: Path


def train(run: Run, optimizer: Optimizer, trees: list[Tree], development: list[Tree]) -> None:
    """Train a pipeline for one stage, printing scores on the development part and writing states."""
    nlp, stage = run.nlp, run.stage
    known = set(nlp.pipe_labels["tagger"])
    trees = [tree for tree in trees if known.issuperset(tree.tags)]
    scored = [_example(nlp, group) for group in _fixed_groups(development, 5)]
    best, started = 0.0, time.monotonic()
    losses: dict[str, float] = {}
    for step, batch in zip(range(stage.steps), _batches(run, trees), strict=False):
        optimizer.learn_rate = stage.rate_at(step)
        nlp.update(batch, sgd=optimizer, drop=stage.dropout, losses=losses)
        if (step + 1) % _EVALUATE_EVERY and step + 1 < stage.steps:
            continue
        with nlp.use_params(optimizer.averages):
            scores = score(nlp, scored)
            figures = " ".join(f"{name} {100 * scores[name]:.2f}" for name in _SCORED)
            print(f"step {step + 1} {time.monotonic() - started:.0f}s {figures}", flush=True)
            total = scores["dep_las"] + 0.1 * scores["sents_f"]
            if total > best or stage.with_development:
                best = total
                write(nlp, run.out, trees)


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
    words = words_of(nlp.vocab)
    # Without the forms met in training, among them addresses and names of private people.
    labels = {label for found in nlp.pipe_labels.values() for label in found}
    _write_json(aside / "vocab" / "strings.json", sorted(labels.union(words)))
    _write_json(aside / "lemmas.json", distil_lemmas(trees, words))
    shutil.rmtree(out, ignore_errors=True)
    aside.rename(out)


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


def _batches(run: Run, trees: list[Tree]) -> Iterator[list[Example]]:
    """Yield batches without end; each epoch groups and varies the sentences anew."""
    nlp, stage, rng = run.nlp, run.stage, run.rng
    gum = [tree for tree in trees if tree.part == "GUM"]
    step = 0
    while True:
        groups = list(_groups(trees, rng))
        groups += [group for group in _groups(gum, rng) if chance(rng, stage.second_gum)]
        groups += _drawn(int(stage.drawn * len(trees)), rng)
        rng.shuffle(groups)
        batch: list[Example] = []
        words = 0
        for group in groups:
            varied = [vary(tree, rng) for tree in group]
            batch.append(_example(nlp, varied, vary_blanks(text_of(varied), rng) if chance(rng, 0.06) else None))
            words += sum(map(len, varied))
            if words >= stage.words_at(step):
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
