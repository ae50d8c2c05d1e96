"""The page about a pair as a text that can be kept: Markdown, or HTML with the picture of the timeline in it."""

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dragoman.answers.brief import Brief, make_brief, write_markdown
from dragoman.answers.picture import write_picture
from dragoman.answers.relations import Relations
from dragoman.errors import NameUnknownError

FORMS = ("markdown", "html")


def write_brief(answer: Relations, *, form: str = "markdown") -> str:
    """Write the page about a pair.

    Args:
        answer: What is said of the pair.
        form: ``markdown`` or ``html``.

    Raises:
        NameUnknownError: There is no such form.
    """
    if form not in FORMS:
        raise NameUnknownError("form of a brief", form, FORMS)
    brief = make_brief(answer)
    if form != "html":
        return write_markdown(brief)
    return _write_html(brief, write_picture(brief.title, answer.spans, answer.timeline, has_legend=False))


def _write_html(brief: Brief, picture: str) -> str:
    environment = Environment(
        loader=PackageLoader("dragoman.answers"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("brief.html").render(brief=brief, picture=Markup(picture))  # noqa: S704 - escaped when it was drawn
