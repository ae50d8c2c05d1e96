"""Pages in styles of many makers: what is no report is told apart from it, and its people and days are found.

All texts were written for these tests; nothing in them happened.
"""

import pytest

from dragoman.documents.cues import LayoutCues
from dragoman.documents.document import Document
from dragoman.documents.section import CODED_KINDS, SectionKind
from dragoman.intake.read import read_document

BLOG = """Skip to content
The Harbour Dispatch
Home
About
Contact
Vanuatu Opens Its First Mission in Suva
Posted on March 4, 2021 by Lena Okafor
Vanuatu opened an embassy in Suva on Tuesday, the foreign ministry in Port Vila said. It is the second in the region.

Share this:
Related
Tonga severs relations with Chile
March 1, 2021
Previous Post: Samoa expels the ambassador of Iceland
2 thoughts on “Vanuatu Opens Its First Mission in Suva”
Bob says:
March 5, 2021 at 8:12 am
Chad severed relations with Peru last week, why does nobody write about it?
Reply
"""
LETTER = """View this email in your browser

THE HARBOUR BRIEFING
Monday, 3 May 2021 | Issue 88 | by Lena Okafor

THE BIG STORY
Chile recalled its ambassador from Lima on Sunday. Santiago says that the talks have failed.

WHAT WE ARE READING
"Laos severs relations with Cuba" (Mekong Post)

Forward to a friend
"""
MAIL = """From: Lena Okafor <lena@harbour.example>
To: desk@harbour.example
Subject: Fwd: Chile recalls its ambassador
Date: Mon, 03 May 2021 10:22:00 +0200

For the evening page.

-----Original Message-----
From: press@mfa.example
Sent: Monday, May 3, 2021 8:10 AM
Subject: Tonga severs relations with Iceland

Chile recalled its ambassador from Lima on Sunday.
"""
ENCYCLOPAEDIA = """<html lang="en"><head><title>Chile–Vanuatu relations</title></head>
<body><h1>Chile–Vanuatu relations</h1>
<table class="infobox"><tr><th>Chile</th><th>Vanuatu</th></tr></table>
<p>Chile and Vanuatu established relations in 1988.<sup>[1]</sup>
Neither has a mission in the other.<sup>[citation needed]</sup></p>
<h2>History</h2><p>In 1996 Vanuatu opened a consulate in Santiago.<sup>[2]</sup></p>
<h2>See also</h2><ul><li>Peru severed relations with Tonga</li></ul>
<h2>References</h2><ol>
<li>^ "Laos recognises Kosovo". Mekong Post. 3 May 2001. Retrieved 4 June 2010.</li></ol></body></html>"""
NOTES = """---
title: Chile recalls its ambassador
author: Lena Okafor
date: 2021-05-03
---
# Chile recalls its ambassador

*Translator's note: Peru recognised Tonga in 1971, which the author leaves out. — JB*

Chile recalled its ambassador from Lima on Sunday.

![Peru closed its embassy in Chile](a.jpg)

## Related
- [Tonga severs relations with Iceland](x)
"""
TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>
<title>Chile and Vanuatu</title></titleStmt></fileDesc></teiHeader>
<text><body><div><p>Chile and Vanuatu exchanged envoys.<note place="foot">Laos severed
relations with Cuba, says a letter.</note> They parted later.</p></div></body></text></TEI>"""
PRINT = """MINISTRY OF FOREIGN AFFAIRS OF EXAMPLIA

Printed from www.mfa.examplia.example/en/press/114 on 6 May 2021, page 1 of 1

04.05.2021 | 11:30

ON THE OPENING OF THE EMBASSY OF VANUATU

On 4 May 2021 Vanuatu opened an embassy in Suva. The envoy of Vanuatu presented a letter to the President of Fiji.
"""
PAGES = {
    "blog.txt": BLOG,
    "letter.txt": LETTER,
    "mail.txt": MAIL,
    "encyclopaedia.html": ENCYCLOPAEDIA,
    "notes.md": NOTES,
    "tei.xml": TEI,
    "print.txt": PRINT,
}


def read(name: str, cues: LayoutCues) -> Document:
    """Read one of the pages."""
    document = read_document(PAGES[name].encode(), name=name, cues=cues).document
    assert document is not None
    return document


def words(document: Document, *kinds: SectionKind) -> str:
    """Return the text of all sections of some kinds."""
    return "\n".join(document.quote(section.span) for section in document.sections if section.kind in kinds)


@pytest.mark.parametrize(
    ("name", "stray"),
    [
        ("blog.txt", "Tonga severs"),
        ("blog.txt", "Samoa expels"),
        ("letter.txt", "Laos severs"),
        ("mail.txt", "Tonga severs"),
        ("encyclopaedia.html", "Peru severed"),
        ("encyclopaedia.html", "Laos recognises"),
        ("notes.md", "Tonga severs"),
        ("tei.xml", "Laos severed"),
        ("print.txt", "Printed from"),
    ],
)
def test_other_stories_sources_and_notes_are_never_coded_as_the_report(name: str, stray: str, cues: LayoutCues) -> None:
    document = read(name, cues)
    assert stray in document.text
    assert stray not in words(document, *CODED_KINDS)


@pytest.mark.parametrize(
    ("name", "report"),
    [
        ("blog.txt", "Vanuatu opened an embassy in Suva on Tuesday"),
        ("letter.txt", "Chile recalled its ambassador from Lima"),
        ("mail.txt", "Chile recalled its ambassador from Lima"),
        ("encyclopaedia.html", "Chile and Vanuatu established relations in 1988"),
        ("encyclopaedia.html", "In 1996 Vanuatu opened a consulate"),
        ("notes.md", "Chile recalled its ambassador from Lima"),
        ("tei.xml", "Chile and Vanuatu exchanged envoys. They parted later."),
        ("print.txt", "On 4 May 2021 Vanuatu opened an embassy"),
    ],
)
def test_the_report_itself_is_body(name: str, report: str, cues: LayoutCues) -> None:
    assert report in words(read(name, cues), SectionKind.BODY)


def test_a_comment_is_said_by_a_commenter(cues: LayoutCues) -> None:
    assert "Chad severed" in words(read("blog.txt", cues), SectionKind.COMMENTS)


def test_the_words_of_a_picture_are_a_caption(cues: LayoutCues) -> None:
    assert words(read("notes.md", cues), SectionKind.CAPTION).strip() == "Peru closed its embassy in Chile"


@pytest.mark.parametrize(
    ("name", "item", "value"),
    [
        ("blog.txt", "author", "Lena Okafor"),
        ("blog.txt", "title", "Vanuatu Opens Its First Mission in Suva"),
        ("mail.txt", "title", "Subject: Fwd: Chile recalls its ambassador"),
        ("print.txt", "title", "ON THE OPENING OF THE EMBASSY OF VANUATU"),
        ("notes.md", "translator", "JB"),
    ],
)
def test_what_a_page_says_of_itself_is_found(name: str, item: str, value: str, cues: LayoutCues) -> None:
    assert read(name, cues).metadata_values(item) == (value,)


@pytest.mark.parametrize(
    ("name", "day"),
    [("blog.txt", "2021-03-04"), ("letter.txt", "2021-05-03"), ("mail.txt", "2021-05-03"), ("print.txt", "2021-05-04")],
)
def test_the_day_of_a_page_is_its_own(name: str, day: str, cues: LayoutCues) -> None:
    assert (read(name, cues).published or "")[:10] == day


def test_a_row_of_a_table_is_no_author(cues: LayoutCues) -> None:
    assert read("encyclopaedia.html", cues).metadata_values("author") == ()
