"""How the pages are served."""

from dataclasses import dataclass

LARGEST_FORM = 300_000
LARGEST_REPORT = 20_000_000
"""Bytes."""

MOST_A_MINUTE = 1200
"""Requests from one network address."""


@dataclass(frozen=True, slots=True)
class WebSettings:
    """What whoever serves the pages decides.

    Attributes:
        is_closed: Whether reading needs an account, too.
        hosts: Names by which the pages may be asked for; empty for any. A page of somebody else whose name
            leads to this machine is refused by them.
        is_apart: Whether a process of its own codes what is added.
        largest_form: Bytes of what is sent with a form.
        largest_report: Bytes of a report that is added.
        most_a_minute: Requests that read from one network address; 0 for no limit.
    """

    is_closed: bool = False
    hosts: tuple[str, ...] = ()
    is_apart: bool = False
    largest_form: int = LARGEST_FORM
    largest_report: int = LARGEST_REPORT
    most_a_minute: int = MOST_A_MINUTE


DEFAULT_SETTINGS = WebSettings()
