"""What every page needs: the ledger, and the templates that views are written with."""

from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from dragoman.actors.authority import Authority
from dragoman.answers.visible import visible
from dragoman.claims.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Site:
    """An open ledger and how it is shown.

    Attributes:
        ledger: What is read.
        authority: Names of polities and organisations.
        templates: Writes views as pages.
    """

    ledger: Ledger
    authority: Authority
    templates: Environment

    def page(self, template: str, view: object, *, status: int = 200) -> HTMLResponse:
        """Return a view written as a page.

        Args:
            template: Name of the file in the templates.
            view: All that the template may use.
            status: HTTP status.
        """
        return HTMLResponse(self.write(template, view), status_code=status)

    def write(self, template: str, view: object) -> str:
        """Return a view written with a template."""
        return self.templates.get_template(template).render(page=view)


def site_of(request: Request) -> Site:
    """Return the site that answers a request."""
    site = request.app.state.site
    if not isinstance(site, Site):
        raise TypeError(type(site))
    return site


def make_templates() -> Environment:
    """Return the templates: names that a view lacks are errors, words of reports are escaped and made visible."""
    return Environment(
        loader=PackageLoader("dragoman.web"),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def shown(value: object) -> object:
    """Return a value as a template writes it: marks of direction and control characters are visible."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
