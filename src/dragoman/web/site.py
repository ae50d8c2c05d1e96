"""What every page needs: the ledger, and the templates that views are written with."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from dragoman.accounts.opening import Accounts
from dragoman.actors.authority import Authority
from dragoman.answers.visible import visible
from dragoman.claims.ledger import Ledger
from dragoman.web.explaining import Explainer
from dragoman.web.named import NamedPeople
from dragoman.web.settings import DEFAULT_SETTINGS, WebSettings
from dragoman.web.views.frame import Format, Frame
from dragoman.web.views.talk import NO_TALK, Talk
from dragoman.web.visitor import NOBODY, Visitor, visitor_of
from dragoman.web.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Site:
    """An open ledger and how it is shown.

    Attributes:
        ledger: What is read.
        authority: Names of polities and organisations.
        templates: Writes views as pages.
        accounts: Who may log in; ``None`` where nobody can.
        settings: How the pages are served.
        workshop: Codes what is added.
        explainer: Parses sentences again for whoever asks why.
        visitor: Who asks.
        named: Finds the people whom claims name.
    """

    ledger: Ledger
    authority: Authority
    templates: Environment
    accounts: Accounts | None = None
    settings: WebSettings = DEFAULT_SETTINGS
    workshop: Workshop = field(default_factory=lambda: Workshop(is_apart=False))
    explainer: Explainer = field(default_factory=lambda: Explainer(is_apart=False))
    visitor: Visitor = NOBODY
    named: NamedPeople = field(default_factory=NamedPeople)

    def page(self, template: str, view: object, *, status: int = 200, talk: Talk = NO_TALK) -> HTMLResponse:
        """Return a view written as a page.

        Args:
            template: Name of the file in the templates.
            view: All that the template may use, beside the visitor.
            status: HTTP status.
            talk: What is said about what the page shows.
        """
        frame = getattr(view, "frame", None)
        formats = frame.formats if isinstance(frame, Frame) else ()
        return HTMLResponse(self.write(template, view, talk), status_code=status, headers=link_header(formats))

    def write(self, template: str, view: object, talk: Talk = NO_TALK) -> str:
        """Return a view written with a template."""
        return self.templates.get_template(template).render(page=view, visitor=self.visitor, talk=talk)

    @property
    def people(self) -> Accounts:
        """The accounts, for pages that are there only where somebody can log in."""
        if self.accounts is None:
            raise TypeError(self.accounts)
        return self.accounts


def link_header(formats: Iterable[Format]) -> dict[str, str]:
    """Return the header that names the same answer in other forms (RFC 8288), or nothing."""
    links = [f'<{one.address}>; rel="alternate"; type="{one.kind}"' for one in formats]
    return {"link": ", ".join(links)} if links else {}


def site_of(request: Request) -> Site:
    """Return the site that answers a request, for who asks."""
    site = request.app.state.site
    if not isinstance(site, Site):
        raise TypeError(type(site))
    return replace(site, visitor=visitor_of(request))


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
