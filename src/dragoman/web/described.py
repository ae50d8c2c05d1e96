"""How the interface for programs describes its answers: real ones of the sample reports, cut short, and its problems.

``tools/make_examples.py`` makes the examples from the samples again.
"""

from functools import lru_cache
from importlib.resources import files
from json import loads
from typing import Any

PROBLEM_TYPE = "application/problem+json"
PROBLEM_SCHEMA = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "nearest": {"type": "array", "items": {"type": "string"}, "description": "Names that may have been meant"},
    },
}
"""Problem details (RFC 9457)."""


def problem(title: str, status: int, detail: str) -> dict[str, Any]:
    """Return the description of a problem, with an example."""
    example = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    return {"description": title, "content": {PROBLEM_TYPE: {"schema": PROBLEM_SCHEMA, "example": example}}}


PROBLEMS: dict[int | str, dict[str, Any]] = {
    400: problem("Bad Request", 400, "Cannot read the date 'soon': expected EDTF."),
    401: problem("Unauthorized", 401, "Nobody who is not logged in may read here."),
    403: problem("Forbidden", 403, "anna may not add reports."),
    404: problem("Not Found", 404, "No polity or organisation is called 'Kosvo'; nearest: Kosovo."),
    422: problem("Unprocessable Entity", 422, "Cannot read the question: limit: Input should be a valid integer."),
    429: problem("Too Many Requests", 429, "More than 600 requests in 60 seconds: wait 12 seconds."),
    503: problem("Service Unavailable", 503, "Cannot read the ledger: it is busy."),
}
"""What any question may be answered with instead."""


def answers_with(question: str, *, has_table: bool = False) -> dict[int | str, dict[str, Any]]:
    """Return the description of an answer, with an example.

    Args:
        question: Name of the question, as in the examples.
        has_table: Whether the answer is given as CSV, too.
    """
    content: dict[str, Any] = {"application/json": {"schema": {}, "example": _examples().get(question)}}
    if has_table:
        content["text/csv"] = {"schema": {"type": "string"}}
    return {200: {"description": "The answer", "content": content}}


@lru_cache(maxsize=1)
def _examples() -> dict[str, Any]:
    found: dict[str, Any] = loads(files("dragoman.web").joinpath("examples.json").read_text("utf-8"))
    return found
