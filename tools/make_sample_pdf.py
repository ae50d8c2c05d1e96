"""Makes the sample report in PDF from the text kept beside the reports.

The PDF is committed. To be able to say that it holds what its source says, the
same source must always give the same bytes: ReportLab's ``invariant`` mode
leaves out the clock and the random document id.

Run it from the root of the repository: ``python tools/make_sample_pdf.py``.
"""

from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.units import mm
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
SOURCE = SAMPLES / "pdf-source" / "cuba-united-states-history.txt"
TARGET = SAMPLES / "reports" / "2015-08-cuba-united-states.pdf"

# Longest mark first: "## " also begins with "#".
STYLES_BY_MARK = (("## ", "Heading3"), ("# ", "Title"), ("", "BodyText"))


def find_style(block: str) -> tuple[str, str]:
    """Split a block of the source into the name of its style and its words.

    Args:
        block: One paragraph; ``# `` before it marks the title, ``## `` the heading below it.

    Returns:
        The name of a ReportLab sample style and the text without the mark.

    >>> find_style("## A sheet")
    ('Heading3', 'A sheet')
    """
    mark, style = next((mark, style) for mark, style in STYLES_BY_MARK if block.startswith(mark))
    return style, block.removeprefix(mark)


def write_pdf(source: Path, target: Path) -> None:
    """Write the text of one file as a PDF of A4 pages, the same bytes each time.

    Args:
        source: UTF-8 text, blocks separated by blank lines or headed by ``#`` marks.
        target: The PDF to write; an older one is replaced.

    Raises:
        OSError: The source cannot be read or the target cannot be written.
    """
    styles = getSampleStyleSheet()
    blocks = [line for line in source.read_text(encoding="utf-8").splitlines() if line.strip()]
    story = []
    for style, words in map(find_style, blocks):
        story.extend([Paragraph(escape(words), styles[style]), Spacer(1, 2 * mm)])
    document = SimpleDocTemplate(
        str(target),
        pagesize=A4,
        title=find_style(blocks[0])[1],
        author="Dragoman project (sample)",
        invariant=1,
    )
    document.build(story)


if __name__ == "__main__":
    write_pdf(SOURCE, TARGET)
