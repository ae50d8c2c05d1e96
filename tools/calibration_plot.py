"""Draws the plots of confidence as SVG; light or dark, as the reader's screen is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.evaluation.fitting import Bin

WIDTH, HEIGHT = 520, 400
LEFT, TOP, SIZE_X, SIZE_Y = 56, 20, 440, 320
TICKS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)

_STYLE = """
  .ink { fill: #1d2327; } .faint { fill: #59636b; } .axis { stroke: #9aa3aa; fill: none; }
  .first { stroke: #0b6e6e; fill: none; stroke-width: 2.5; }
  .second { stroke: #b3541e; fill: none; stroke-width: 2.5; stroke-dasharray: 7 4; }
  .dot { fill: #0b6e6e; } .ideal { stroke: #9aa3aa; stroke-dasharray: 3 4; }
  text { font: 13px system-ui, sans-serif; }
  @media (prefers-color-scheme: dark) {
    .paper { fill: #16191c; } .ink { fill: #e5e7e9; } .faint { fill: #a7b0b7; }
    .first { stroke: #5cc8c8; } .dot { fill: #5cc8c8; } .second { stroke: #f0a070; }
  }
"""


@dataclass(frozen=True, slots=True)
class Curve:
    """What is left with a least confidence.

    Attributes:
        least: Least confidence.
        precision: Share of the claims left that are right.
        recall: Share of the gold that is still found.
        claims: How many claims are left.
    """

    least: float
    precision: float
    recall: float
    claims: int


def plot_reliability(bins: Sequence[Bin]) -> str:
    """Return the share of right claims against mean confidence; a larger dot stands for more claims."""
    most = max((one.claims for one in bins), default=1)
    dots = [
        f'<circle class="dot" cx="{_x(b.expected):.1f}" cy="{_y(b.right):.1f}" '
        f'r="{3 + 8 * (b.claims / most) ** 0.5:.1f}">'
        f"<title>{b.claims} claims, confidence {b.expected:.2f}, right {b.right:.2f}</title></circle>"
        for b in bins
    ]
    ideal = f'<line class="ideal" x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}"/>'
    line = _line("first", [(b.expected, b.right) for b in bins])
    return _drawing("Reliability of confidence", "mean confidence", [ideal, line, *dots])


def plot_curve(curve: Sequence[Curve]) -> str:
    """Return precision and recall against the least confidence that is asked for."""
    end = curve[-1]
    labels = [
        f'<text class="ink" x="{_x(0.02)}" y="{_y(curve[0].precision) - 9:.1f}">precision</text>',
        f'<text class="ink" x="{_x(0.02)}" y="{_y(curve[0].recall) + 19:.1f}">recall</text>',
    ]
    lines = [
        _line("first", [(c.least, c.precision) for c in curve]),
        _line("second", [(c.least, c.recall) for c in curve]),
    ]
    title = f"Precision and recall by least confidence, up to {end.least:.2f}"
    return _drawing(title, "least confidence", [*lines, *labels])


def _drawing(title: str, below: str, shapes: Iterable[str]) -> str:
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{title}">',
        f"<title>{title}</title>",
        f"<style>{_STYLE}</style>",
        f'<rect class="paper" width="{WIDTH}" height="{HEIGHT}" fill="#fdfdfb"/>',
        f'<path class="axis" d="M{_x(0)} {_y(1)} V{_y(0)} H{_x(1)}"/>',
    ]
    for tick in TICKS:
        parts.append(f'<text class="faint" x="{_x(tick) - 9:.1f}" y="{_y(0) + 18}">{tick:.1f}</text>')
        parts.append(f'<text class="faint" x="{LEFT - 28}" y="{_y(tick) + 4:.1f}">{tick:.1f}</text>')
    parts.append(f'<text class="ink" x="{_x(0.5) - 50}" y="{HEIGHT - 16}">{below}</text>')
    return "\n".join([*parts, *shapes, "</svg>"]) + "\n"


def _line(kind: str, points: Sequence[tuple[float, float]]) -> str:
    places = " ".join(f"{_x(x):.1f},{_y(y):.1f}" for x, y in points)
    return f'<polyline class="{kind}" points="{places}"/>'


def _x(value: float) -> float:
    return LEFT + value * SIZE_X


def _y(value: float) -> float:
    return TOP + (1 - value) * SIZE_Y
