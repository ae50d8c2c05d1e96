"""Files are there whole or not at all."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.errors import OutputError
from dragoman.exchange.whole_file import write_whole_file


def cut_short() -> Iterator[str]:
    yield "the first line\n"
    raise OSError(28, "No space left on device")


def test_a_file_is_written_as_it_is(tmp_path: Path) -> None:
    write_whole_file(tmp_path / "claims.csv", ["a,b\n", "1,朝鲜\r\n"])
    assert (tmp_path / "claims.csv").read_bytes() == "a,b\n1,朝鲜\r\n".encode()


def test_a_failure_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    path.write_text("old")
    with pytest.raises(OutputError, match="No space left on device"):
        write_whole_file(path, cut_short())
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["claims.csv"]  # noqa: PTH208 - names are what is compared


def test_a_failure_of_the_program_leaves_nothing_beside(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        write_whole_file(tmp_path / "claims.csv", (str(1 // 0) for _ in range(1)))
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="No such file or directory"):
        write_whole_file(tmp_path / "missing" / "claims.csv", ["x"])


def test_a_link_goes_on_pointing_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text("old")
    link = tmp_path / "link.csv"
    link.symlink_to("real.csv")
    write_whole_file(link, ["new"])
    assert link.is_symlink()
    assert (tmp_path / "real.csv").read_text() == "new"


def test_a_device_is_written_to_and_not_replaced() -> None:
    write_whole_file(Path(os.devnull), ["x"])
    assert not Path(os.devnull).is_file()


def test_the_users_mask_decides_who_may_read(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_whole_file(tmp_path / "claims.csv", ["x"])
    finally:
        os.umask(before)
    assert (tmp_path / "claims.csv").stat().st_mode & 0o777 == 0o640
