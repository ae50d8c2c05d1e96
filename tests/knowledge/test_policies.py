"""Policies: those that come with the package, and files of users with all that can be wrong in them."""

from pathlib import Path

import pytest

from dragoman.claims.policy import EVERYTHING, Policy
from dragoman.errors import NameUnknownError, PolicyError
from dragoman.exchange.policy_yaml import write_policy
from dragoman.knowledge.policies import find_policy, load_policy, parse_policy, policy_names

HEAD = "name: mine\nabout: only what two wires say\n"


@pytest.mark.parametrize("name", policy_names())
def test_a_policy_that_comes_with_the_package_is_named_by_its_file(name: str) -> None:
    assert load_policy(name).name == name


def test_there_are_three_policies_to_begin_with() -> None:
    assert policy_names() == ("cautious", "everything", "reviewed-only")


def test_the_policy_without_a_choice_is_the_file_everything() -> None:
    assert load_policy("everything") == EVERYTHING


@pytest.mark.parametrize("name", policy_names())
def test_a_policy_that_is_written_is_read_as_the_same(name: str) -> None:
    assert parse_policy(write_policy(load_policy(name)), "copy.yaml") == load_policy(name)


def test_a_policy_from_a_file_has_the_digest_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(HEAD, "utf-8")
    policy = find_policy(path)
    assert len(policy.digest) == 64
    assert policy.label == f"mine (sha256 {policy.digest[:12]})"
    assert policy.to_dict()["digest"] == policy.digest


def test_names_on_lists_stand_for_their_entries() -> None:
    policy = parse_policy(HEAD + "sources: {ignore: [North Korea, example.org]}\n", "mine.yaml")
    assert [listed.keys for listed in policy.sources.ignore] == [
        {"north korea", "prk"},
        {"example.org"},
    ]


def test_a_policy_stands_for_itself() -> None:
    own = Policy("own", "made in Python", least_origins=3)
    assert find_policy(own) is own


def test_an_unknown_name_is_answered_with_those_there_are() -> None:
    with pytest.raises(NameUnknownError, match="Did you mean cautious, everything, reviewed-only"):
        find_policy("careful")


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        (HEAD + "sources:\n  count: []\n", 4, "sources/count: "),
        (HEAD + "origins:\n  least: two\n", 4, "origins/least: 'two' is not of type 'integer'"),
        (HEAD + "origins:\n  least: 0\n", 4, "origins/least: "),
        (
            HEAD + "claims:\n  announced: true\n  rumours: false\n",
            5,
            "'rumours' is no key of 'claims'; there are announced",
        ),
        (HEAD + "wishes: 1\n", 3, "'wishes' is no key; there are name, about"),
        (HEAD + "judgements:\n  count:\n    - accepted\n    - liked\n", 6, "judgements/count/1: 'liked' is not one of"),
        (HEAD + "name: again\n", 3, "'name' stands there for the second time"),
        ("name: mine\n", 1, "'about' is a required property"),
        ("name: [\n", 2, "it is no YAML"),
        ("name: !!python/object:os.system x\nabout: a policy of mine\n", 1, "it is no YAML"),
        ("", 0, "None is not of type 'object'"),
        ("- a list\n", 1, "is not of type 'object'"),
    ],
)
def test_a_bad_file_is_refused_with_line_and_reason(text: str, line: int, reason: str) -> None:
    with pytest.raises(PolicyError) as caught:
        parse_policy(text, "mine.yaml")
    assert (caught.value.line, reason in caught.value.reason) == (line, True), caught.value


def test_a_file_that_is_not_there_or_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match="No such file"):
        find_policy(tmp_path / "none.yaml")
    broken = tmp_path / "broken.yaml"
    broken.write_bytes(b"name: mine\nabout: \xff\n")
    with pytest.raises(PolicyError, match="line 2: it is not UTF-8"):
        find_policy(str(broken))
