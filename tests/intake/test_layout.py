"""Pages of several makes, written for these tests, are cut into the right sections."""

from collections.abc import Callable

import pytest

from dragoman.documents.document import Document
from dragoman.documents.section import SectionKind

Read = Callable[..., Document]
Texts = Callable[[Document, SectionKind], str]

BLOG = """Home
About
Library

Two Envoys Return to Their Posts (3.5.2021)

Translator's Note: The author takes the older dispute as known. It began over a border post and was never settled. QRS (9.5.2021)

The two foreign ministries said on Monday that their ambassadors would return within a week. Both had been recalled in March.

“We asked for nothing that we did not offer,” a spokesman told reporters in the capital. The other side gave no details.

Column editor: Mira Sample (示例甲)

Author of this article: Joe Example (示例乙)

Photo editor: Ann Case (示例丙)

2021-05-03 08:12

Share this:

Click to share on Twitter (Opens in new window)

Like this:

Like Loading...

Leave a Reply

Enter your comment here...

You are commenting using your Mastodon account. ( Log Out / Change )

Notify me of new posts via email.
"""  # noqa: E501

PORTAL = """Sample Portal
World | Politics | Business | Sport
Log in
Subscribe

Kingdom restores ties with island republic

By Joe Example
14 July 2022, 16:54

The kingdom has restored diplomatic relations with the island republic, its foreign ministry said on Thursday. The two had broken off relations in 2011.

Read more: Island republic elects a president

An embassy will open before the end of the year, the ministry said. Officials of the republic confirmed the decision and named a chargé d'affaires.

Related stories
Five islands, one river
Who sits in the new cabinet?

3 Comments

reader1 says:
At last, and good news for both of them. I hope the ferry comes back as well.
Reply

© 2022 Sample Portal. All rights reserved.
"""  # noqa: E501

CHINESE = """两国恢复大使级外交关系

来源：样本通讯社
2022年7月14日 16:54

外交部发言人周四宣布，两国决定恢复大使级外交关系，并将在年底前互派大使。这一决定立即生效。

对方外长在首都表示欢迎，并称两国关系翻开了新的一页。双方还签署了一份贸易协议。

责任编辑：示例甲
分享到：
相关阅读
样本岛国选举总统
版权所有 未经授权不得转载
"""


@pytest.mark.parametrize("page", [BLOG, PORTAL, CHINESE])
def test_sections_cover_the_page_and_only_reports_are_coded(page: str, read: Read, texts_of: Texts) -> None:
    document = read(page)
    coded = "".join(texts_of(document, kind) for kind in (SectionKind.BODY, SectionKind.TITLE, SectionKind.NOTE))
    for furniture in (
        "Click to share",
        "commenting",
        "Log in",
        "Related stories",
        "At last",
        "©",
        "版权",
        "分享",
        "责任编辑",
        "Five islands",
    ):
        assert furniture not in coded


def test_a_blog_page_is_title_note_body_credits_and_comment_form(read: Read) -> None:
    document = read(BLOG)
    kinds = [section.kind.value for section in document.sections]
    assert kinds == ["boilerplate", "title", "note", "body", "credits", "boilerplate", "comments"]


def test_a_signed_note_has_the_translators_voice_and_day(read: Read) -> None:
    document = read(BLOG)
    note = next(section for section in document.sections if section.kind is SectionKind.NOTE)
    body = next(section for section in document.sections if section.kind is SectionKind.BODY)
    assert (note.voice.source, note.voice.role, note.voice.date) == ("QRS", "translator", "2021-05-09")
    assert (body.voice.source, body.voice.role, body.voice.date) == ("Joe Example", "author", "2021-05-03")


def test_a_portal_page_keeps_both_halves_of_its_report_around_a_read_more_line(read: Read, texts_of: Texts) -> None:
    document = read(PORTAL)
    body = texts_of(document, SectionKind.BODY)
    assert body.startswith("The kingdom has restored")
    assert body.endswith("chargé d'affaires.")
    assert "Read more" not in body
    assert texts_of(document, SectionKind.TITLE) == "Kingdom restores ties with island republic"
    assert "At last" in texts_of(document, SectionKind.COMMENTS)


def test_a_chinese_page_gives_outlet_day_and_body(read: Read, texts_of: Texts) -> None:
    document = read(CHINESE)
    assert document.language == "zh"
    assert (document.outlet, document.published) == ("样本通讯社", "2022-07-14T16:54")
    assert texts_of(document, SectionKind.TITLE) == "两国恢复大使级外交关系"
    assert texts_of(document, SectionKind.BODY).endswith("双方还签署了一份贸易协议。")


def test_the_order_of_the_parts_does_not_matter(read: Read, texts_of: Texts) -> None:
    parts = BLOG.split("\n\n")
    form = [part for part in parts if "commenting" in part or "Leave a Reply" in part or "Enter your" in part]
    rest = [part for part in parts if part not in form]
    document = read("\n\n".join(form + rest))
    assert "commenting" not in texts_of(document, SectionKind.BODY)
    assert "The two foreign ministries" in texts_of(document, SectionKind.BODY)


@pytest.mark.parametrize(
    "sentence",
    [
        "By 2017, exports to the republic had fallen to a tenth of what they were, the ministry said.",
        "Published documents show that the mission was closed in 1998 and never opened again.",
        "The editor of the newspaper said on Monday that the embassy had been closed by the police.",
        "Comments by the president on the island drew a protest in the neighbouring capital on Friday.",
        "The country does not subscribe to the treaty, its foreign minister told parliament on Tuesday.",
        "All rights of the minority must be respected before the republic is recognised, he said.",
        "Reporting lines between the ministry and its mission were cut when the war began in March.",
        "From the first day of the war, the two embassies were guarded by soldiers of a third state.",
        "Updated figures of the ministry give forty states that recognise the republic, not thirty.",
        "The statement says: the two sides will open embassies before the end of the year in both capitals.",
    ],
)
def test_sentences_that_begin_like_furniture_stay_in_the_body(sentence: str, read: Read, texts_of: Texts) -> None:
    above = "Ministry answers neighbour\n\nThe ministry answered its neighbour on Monday. It gave no reasons."
    page = f"{above}\n\n{sentence}\n\nNo date was set for the talks. Both sides said that they would wait."
    assert sentence in texts_of(read(page), SectionKind.BODY)


def test_a_single_sentence_is_body(read: Read) -> None:
    document = read("The kingdom recognised the republic on 3 May 2021.")
    assert [section.kind for section in document.sections] == [SectionKind.BODY]


def test_lines_wrapped_at_a_fixed_width_are_one_paragraph(read: Read) -> None:
    lines = [
        "The kingdom recognised the island republic on Monday, and an embassy",
        "will be opened before the end of the year. The ministry of foreign",
        "affairs said that the ambassador would be named within a month.",
    ]
    document = read("\n".join(lines))
    assert [section.kind for section in document.sections] == [SectionKind.BODY]


def test_a_chronology_dates_what_stands_below_each_heading(read: Read) -> None:
    parts = [
        "Ties of two states: a chronology",
        "3 May 1992",
        "The two states establish diplomatic relations. An embassy is opened in June.",
        "7 July 1998",
        "The embassy is closed for want of money. The ambassador leaves without a word.",
    ]
    document = read("\n\n".join(parts))
    dates = [section.heading_date for section in document.sections if section.kind is SectionKind.BODY]
    assert dates == ["1992-05-03", "1998-07-07"]
    assert document.published is None


def test_a_sentence_in_another_script_is_a_section_of_its_own(read: Read) -> None:
    body = "Envoy speaks\n\nThe envoy spoke to reporters on Monday. He gave no details of the talks."
    document = read(f"{body}\n\nCredits: Joe Example\n\n这位前外交官说,他从未听说两国有过外交关系。")
    last = document.sections[-1]
    assert (last.kind, last.language) == (SectionKind.BODY, "zh")


def test_names_in_another_script_inside_a_sentence_do_not_cut_it(read: Read) -> None:
    document = read(
        "Foreign minister Mira Sample (示例甲外交部长) met her colleague on Monday. They spoke for an hour."
    )
    assert [section.language for section in document.sections] == ["en"]


FORUM = """Sample Forum
Index » World politics » Island republic

Island republic recognises rival

islandfan
Joined: Sep 2014
Posts: 312
The island republic recognised the rival today. The foreign minister signed the paper in the capital.
Quote

portman
Joined: Jan 2010
Posts: 12
It did so in 1999 as well, and it went back two years later. My cousin works in the port.
Quote

Page 1 of 2
"""


def test_answers_in_a_forum_are_comments_and_the_day_of_joining_dates_nothing(read: Read, texts_of: Texts) -> None:
    document = read(FORUM)
    assert texts_of(document, SectionKind.BODY).startswith("The island republic recognised")
    assert "My cousin" in texts_of(document, SectionKind.COMMENTS)
    assert document.published is None


def test_a_bracketed_note_inside_a_paragraph_keeps_the_translators_voice(read: Read) -> None:
    page = (
        "Kingdom and republic exchange notes\n\n"
        "The kingdom handed over a note on Monday [Translator's note: the original says Tuesday]. "
        "The republic answered. It said that it would open an embassy in the capital before the end of the year."
    )
    document = read(page)
    voices = [(section.kind.value, section.voice.role) for section in document.sections]
    assert voices == [("title", "outlet"), ("body", "outlet"), ("note", "translator"), ("body", "outlet")]
