"""The page about a pair as PDF: the same lines, picture and footnotes as in HTML, on paper.

Letters come from Noto Sans; Chinese, Japanese and Korean from the fonts that readers of PDF have for them. The same
answer gives the same bytes.
"""

import re
from collections.abc import Iterator
from importlib import import_module
from importlib.resources import files
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from dragoman.answers.axis import WIDTH
from dragoman.answers.brief import Brief, Footnote, Line, make_brief
from dragoman.answers.drawing import Drawing, draw_timeline
from dragoman.answers.relations import Relations
from dragoman.answers.visible import visible
from dragoman.errors import ExtraMissingError

FONT = "NotoSans"
EAST_ASIAN = (
    (re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]+"), "HYSMyeongJo-Medium"),
    (re.compile(r"[\u3040-\u30ff]+"), "HeiseiMin-W3"),
    (re.compile(r"[\u2e80-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]+"), "STSong-Light"),
)
"""Fonts that readers of PDF bring along, by script: Hangul, kana, Han."""

INK, FAINT, MARK, LINK, GRID = "#1d2327", "#5b656d", "#7a4b00", "#0b57a4", "#d5dade"
MARGIN = 51.0
"""Points; 18 mm."""


def write_brief_pdf(answer: Relations) -> bytes:
    """Return the page about a pair as PDF.

    Args:
        answer: What is said of the pair.

    Raises:
        ExtraMissingError: The libraries of the extra ``pdf`` are not installed.
    """
    brief = make_brief(answer)
    platypus, units = _library("reportlab.platypus"), _library("reportlab.lib.pagesizes")
    _register_fonts()
    written = BytesIO()
    page = platypus.SimpleDocTemplate(
        written,
        pagesize=units.A4,
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=MARGIN,
        bottomMargin=MARGIN,
        title=visible(brief.title),
        author="Dragoman",
        invariant=1,
        lang="en",
    )
    drawing = draw_timeline(answer.spans, answer.timeline)
    page.build(list(_story(brief, drawing)), onFirstPage=_foot(brief.title), onLaterPages=_foot(brief.title))
    return written.getvalue()


def _library(name: str) -> Any:  # noqa: ANN401 - reportlab ships no types
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise ExtraMissingError("a brief as PDF", name.partition(".")[0], "dragoman[pdf]") from error


def _register_fonts() -> None:
    metrics, fonts, cid = (_library(f"reportlab.pdfbase.{name}") for name in ("pdfmetrics", "ttfonts", "cidfonts"))
    _library("fontpkg_noto_sans")
    font = files("fontpkg_noto_sans").joinpath("files", "NotoSans[wdth,wght].ttf")
    with font.open("rb") as opened:
        metrics.registerFont(fonts.TTFont(FONT, BytesIO(opened.read())))
    for _, name in EAST_ASIAN:
        metrics.registerFont(cid.UnicodeCIDFont(name))


def _story(brief: Brief, drawing: Drawing | None) -> Iterator[Any]:
    platypus = _library("reportlab.platypus")
    yield _paragraph(_text(brief.title), size=17, leading=22, after=4)
    yield _paragraph(_text(brief.scope), size=9, color=FAINT, after=8)
    if not brief.footnotes:
        yield _paragraph("The ledger holds no claim about the two.")
    if drawing is not None:
        yield _picture(drawing)
    for heading, lines in brief.parts:
        yield _paragraph(_text(heading), size=12.5, leading=17, before=10, after=3, keep=True)
        for number, line in enumerate(lines, start=1):
            yield _line(line, number if heading == "Timeline" else 0)
    if brief.footnotes:
        yield platypus.Spacer(1, 6)
        yield _paragraph("Claims", size=12.5, leading=17, before=6, after=3, keep=True)
    for note in brief.footnotes:
        yield _note(note)


def _paragraph(markup: str, **look: Any) -> Any:  # noqa: ANN401 - reportlab ships no types
    styles, platypus = _library("reportlab.lib.styles"), _library("reportlab.platypus")
    size = look.get("size", 9.5)
    style = styles.ParagraphStyle(
        "dragoman",
        fontName=FONT,
        fontSize=size,
        leading=look.get("leading", size * 1.4),
        textColor=look.get("color", INK),
        spaceBefore=look.get("before", 0),
        spaceAfter=look.get("after", 2),
        leftIndent=look.get("indent", 0),
        firstLineIndent=-look.get("indent", 0),
        keepWithNext=look.get("keep", False),
    )
    return platypus.Paragraph(markup, style)


def _text(words: str) -> str:
    """Return words as markup of a paragraph, each script in a font that has it."""
    marked = escape(_shown(" ".join(words.split())))
    for script, font in EAST_ASIAN:
        marked = script.sub(rf'<font name="{font}">\g<0></font>', marked)
    return marked


def _shown(words: str) -> str:
    """Return words as the font can show them: it has no arrow for the steps of a chain."""
    return visible(words).replace("→", "›")


def _line(line: Line, number: int) -> Any:  # noqa: ANN401 - reportlab ships no types
    numbered = f'<font color="{MARK}">{number}</font>&nbsp; ' if number else ""
    flags = "".join(f' <font color="{MARK}" size="8">[{_text(flag)}]</font>' for flag in line.flags)
    notes = ", ".join(f'<link href="#note{note}" color="{LINK}">{note}</link>' for note in line.notes)
    when = f'<font color="{FAINT}">{_text(line.when)}</font>'
    return _paragraph(f"{numbered}{when}&nbsp; {_text(line.sentence)}{flags}<super>{notes}</super>", indent=12, after=3)


def _note(note: Footnote) -> Any:  # noqa: ANN401 - reportlab ships no types
    said = f"“{_text(note.quote)}” — {_text(note.chain)}."
    page = f"{_text(note.page)}; {_text(note.place)}; published {_text(note.published)}"
    proof = f'<font color="{FAINT}">{page}; SHA-256 {note.digest}; claim {note.claim}.</font>'
    return _paragraph(f'<a name="note{note.number}"/>{note.number}&nbsp; {said} {proof}', size=8, indent=14, after=3)


def _foot(title: str) -> Any:  # noqa: ANN401 - what reportlab calls for each page
    def draw(canvas: Any, page: Any) -> None:  # noqa: ANN401 - reportlab ships no types
        canvas.setFont(FONT, 7.5)
        canvas.setFillColor(FAINT)
        canvas.drawString(MARGIN, MARGIN / 2, visible(title))
        canvas.drawRightString(page.pagesize[0] - MARGIN, MARGIN / 2, f"{page.page}")

    return draw


def _picture(drawing: Drawing) -> Any:  # noqa: ANN401 - reportlab ships no types
    """Return the picture as wide as the text: its y runs upwards here."""
    shapes = _library("reportlab.graphics.shapes")
    width = _library("reportlab.lib.pagesizes").A4[0] - 2 * MARGIN
    scale = width / WIDTH
    picture = shapes.Drawing(width, (drawing.height + 8) * scale)
    group = shapes.Group(transform=(scale, 0, 0, -scale, 0, drawing.height * scale))
    for shape in (*_axis(shapes, drawing), *_ladders(shapes, drawing), *_events(shapes, drawing)):
        group.add(shape)
    picture.add(group)
    return picture


def _label(shapes: Any, at: tuple[float, float], text: str, **look: Any) -> Any:  # noqa: ANN401 - the same
    """Return words of the picture, turned back upright."""
    group = shapes.Group(transform=(1, 0, 0, -1, at[0], at[1]))
    group.add(
        shapes.String(
            0,
            0,
            _shown(text),
            fontName=FONT,
            fontSize=look.get("size", 14),
            fillColor=_color(look.get("color", INK)),
            textAnchor=look.get("anchor", "start"),
        )
    )
    return group


def _color(code: str) -> Any:  # noqa: ANN401 - the same
    return _library("reportlab.lib.colors").HexColor(code)


def _axis(shapes: Any, drawing: Drawing) -> Iterator[Any]:  # noqa: ANN401 - the same
    for tick in drawing.ticks:
        yield shapes.Line(tick.x, 16, tick.x, drawing.height, strokeColor=_color(GRID))
        yield _label(shapes, (tick.x + 3, 12), tick.label, size=13, color=FAINT)


def _ladders(shapes: Any, drawing: Drawing) -> Iterator[Any]:  # noqa: ANN401 - the same
    plain = {"none": "#ffffff", "gap": "#ffffff", "held": "#9dbcdb", "open": "#9dbcdb", "told": LINK}
    for row in drawing.rows:
        for bar in row.bars:
            top, height = (row.y + 38, 4) if bar.sort == "told" else (row.y + 20, 16)
            dashes = {"strokeDashArray": [2, 4]} if bar.sort == "gap" else {}
            look = {"strokeColor": _color(FAINT if bar.sort == "gap" else LINK), "fillColor": _color(plain[bar.sort])}
            yield shapes.Rect(bar.x, top, bar.width, height, rx=2, ry=2, strokeWidth=0.8, **look, **dashes)
            if bar.sure_width:
                yield shapes.Rect(bar.sure_x, top, bar.sure_width, height, fillColor=_color(LINK), strokeWidth=0)
            if bar.sort != "told" and bar.width > 10 * len(bar.label):
                color = "#ffffff" if bar.sort == "held" else INK
                yield _label(shapes, (bar.x + 6, row.y + 33), bar.label, size=13, color=color)
        yield _label(shapes, (24, row.y + 14), row.label)


def _events(shapes: Any, drawing: Drawing) -> Iterator[Any]:  # noqa: ANN401 - the same
    for mark in drawing.marks:
        fill, ink = (MARK, "#ffffff") if mark.is_exact else ("#ffffff", MARK)
        dashes = {} if mark.is_exact else {"strokeDashArray": [3, 3]}
        look = {"fillColor": _color(fill), "strokeColor": _color(MARK)}
        yield shapes.Rect(mark.x, mark.y, mark.width, 20, rx=10, ry=10, strokeWidth=1, **look, **dashes)
        at = mark.x + (mark.width / 2 if mark.is_exact else 10)
        yield _label(shapes, (at, mark.y + 15), str(mark.number), size=13, color=ink, anchor="middle")
