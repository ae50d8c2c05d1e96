"""The habits of the house that no linter knows: sizes, names, places, lightness."""

import ast
import importlib
import pickle
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from dragoman import errors

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "src" / "dragoman").rglob("*.py"))
LONGEST_FILE = 400
LONGEST_FUNCTION = 40
VAGUE = {"base", "common", "handler", "helper", "helpers", "manager", "misc", "util", "utils"}
HEAVY = {"spacy", "sqlalchemy", "trafilatura", "numpy", "rich", "httpx", "yaml", "jinja2", "alembic", "lxml"}
KINDS = {"added", "changed", "fixed", "removed", "data"}
# Folders of a developer's machine; a page address such as https://x.org/home/ is none.
MACHINE_PATHS = re.compile(rb"(?<![\w./:-])/(?:home|Users|work|root)/[\w.-]+")


def tracked_files() -> list[Path]:
    """Files that are or would be committed; everything in the folder where there is no git."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listing.returncode:
        pytest.skip("not a git checkout")
    return [path for name in listing.stdout.decode().split("\0") if name and (path := ROOT / name).is_file()]


def error_classes(parent: type[errors.DragomanError] = errors.DragomanError) -> Iterator[type[errors.DragomanError]]:
    yield parent
    for child in parent.__subclasses__():
        if child.__module__ == errors.__name__:
            yield from error_classes(child)


def sample_value(annotation: object) -> object:
    samples: dict[object, object] = {str: "text", int: 7, "str": "text", "int": 7}
    return samples.get(annotation, ("one", "two"))


def function_lengths(module: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) is not None else node.body
            if body:
                yield node.name, (body[-1].end_lineno or 0) - body[0].lineno + 1


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
class TestEveryModule:
    def test_is_short_enough_to_read(self, module: Path) -> None:
        assert len(module.read_text("utf-8").splitlines()) <= LONGEST_FILE

    def test_has_functions_that_fit_on_a_screen(self, module: Path) -> None:
        assert [(name, lines) for name, lines in function_lengths(module) if lines > LONGEST_FUNCTION] == []

    def test_has_a_name_that_says_something(self, module: Path) -> None:
        assert not VAGUE & set(re.split(r"[_.]", module.stem))

    def test_says_why_it_exists(self, module: Path) -> None:
        assert ast.get_docstring(ast.parse(module.read_text("utf-8")))


def test_all_errors_stand_in_one_module() -> None:
    found = {
        f"{module.relative_to(ROOT)}: {node.name}"
        for module in MODULES
        if module.name != "errors.py"
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
        and any(ast.unparse(base).endswith(("Error", "Exception")) for base in node.bases)
    }
    assert found == set()


@pytest.mark.parametrize(
    "module",
    [path for path in MODULES if path.name == "__init__.py" and path.parent.name != "dragoman"],
    ids=lambda path: path.parent.name,
)
def test_a_package_holds_a_docstring_and_nothing_else(module: Path) -> None:
    assert len(ast.parse(module.read_text("utf-8")).body) == 1


def test_no_file_names_a_folder_of_the_machine_it_was_written_on() -> None:
    texts = {".py", ".md", ".toml", ".yaml", ".yml", ".json", ".sh", ".txt", ".cfg", ".html", ".tsv", ".csv"}
    found = {
        str(path.relative_to(ROOT)): match.group().decode()
        for path in tracked_files()
        if (path.suffix in texts or path.parent.name == ".ci") and (match := MACHINE_PATHS.search(path.read_bytes()))
    }
    assert found == {}


def test_no_tracked_file_is_huge() -> None:
    limit = 25 * 1024 * 1024
    assert [path for path in tracked_files() if path.stat().st_size > limit] == []


def test_every_tracked_text_of_ours_is_utf_8() -> None:
    for path in tracked_files():
        if path.suffix in {".py", ".md", ".toml", ".yaml", ".yml", ".json"}:
            path.read_bytes().decode("utf-8")


def test_change_fragments_are_named_by_issue_and_kind() -> None:
    names = [path.name for path in (ROOT / "changelog.d").iterdir() if path.name != "README.md"]
    pattern = re.compile(rf"\d+(?:\.[a-z0-9-]+)?\.(?:{'|'.join(sorted(KINDS))})\.md")
    assert [name for name in names if not pattern.fullmatch(name)] == []


@pytest.mark.parametrize(
    "fragment", [path for path in (ROOT / "changelog.d").glob("*.md") if path.name != "README.md"], ids=lambda p: p.name
)
def test_a_change_fragment_is_one_sentence_for_users(fragment: Path) -> None:
    text = fragment.read_text("utf-8").strip()
    assert "\n" not in text
    assert text.endswith(".")


@pytest.mark.parametrize("statement", ["import dragoman", "from dragoman import errors"])
def test_importing_the_package_loads_nothing_heavy(statement: str) -> None:
    code = f"import sys; {statement}; print(*sorted(m.partition('.')[0] for m in sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not HEAVY & set(loaded)


def test_the_root_knows_its_version_and_refuses_other_names() -> None:
    code = (
        "import dragoman\n"
        "assert dragoman.__version__[0].isdigit()\n"
        "try:\n    dragoman.no_such_name\n"
        "except AttributeError as error:\n    assert 'no_such_name' in str(error)\n"
        "else:\n    raise SystemExit('no error')\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_no_public_name_hides_a_package() -> None:
    # `dragoman.claims` would be the function before the package is imported, and the package afterwards.
    packages = {path.name for path in (ROOT / "src" / "dragoman").iterdir() if (path / "__init__.py").is_file()}
    assert not packages & set(importlib.import_module("dragoman.api").__all__)


@pytest.mark.parametrize("error", sorted(set(error_classes()), key=str), ids=str)
def test_every_error_survives_the_way_from_another_process(error: type[errors.DragomanError]) -> None:
    values = {}
    if "__dataclass_fields__" in vars(error):
        values = {field.name: sample_value(field.type) for field in fields(error)}  # type: ignore[arg-type]
    raised = error(**values)
    arrived = pickle.loads(pickle.dumps(raised))  # noqa: S301 - our own bytes
    assert type(arrived) is error
    assert str(arrived) == str(raised)
    assert vars(arrived) == vars(raised)


def test_every_error_message_is_a_sentence() -> None:
    for error in set(error_classes()):
        if "__dataclass_fields__" in vars(error):
            message = str(error(**{field.name: sample_value(field.type) for field in fields(error)}))  # type: ignore[arg-type]
            assert message[0].isupper()
            assert message[-1] in ".?"


def test_the_error_tree_of_the_docstring_names_every_class() -> None:
    drawn = set(re.findall(r"\b[A-Z]\w+Error\b", errors.__doc__ or ""))
    assert drawn == {error.__name__ for error in error_classes()}
