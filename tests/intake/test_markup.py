"""HTML pages keep everything they show; only the report is coded."""

from collections.abc import Callable

from dragoman.documents.document import Document
from dragoman.documents.section import SectionKind

Read = Callable[..., Document]
Texts = Callable[[Document, SectionKind], str]

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Kingdom restores ties | Sample Portal</title>
<meta property="og:site_name" content="Sample Portal"><meta name="author" content="Joe Example">
<meta property="article:published_time" content="2022-07-14T16:54:00+02:00">
<link rel="canonical" href="https://portal.example/ties">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Kingdom restores ties", "datePublished": "2022-07-14"}</script>
<script>var hidden = "nothing of a script is text";</script><style>p { color: red }</style></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>Kingdom restores ties with island republic</h1>
<p class="byline">By Joe Example</p>
<p>The kingdom has restored diplomatic relations with the island republic, its foreign ministry said on Thursday. The two had broken off relations in 2011 &amp; never spoke since.</p>
<h2>An old dispute</h2>
<p>An embassy will open before the end of the year, the ministry said. Officials of the republic confirmed the decision and named an envoy&hellip;</p>
<blockquote><p>We open a new page with our neighbours across the sea, and we open it together.</p></blockquote>
<figure><img src="a.jpg"><figcaption>The embassy of the kingdom, closed since 2011.</figcaption></figure>
<p style="display:none">Hidden words of an advertiser about loans.</p>
<p>The two states also agreed to resume the ferry between their ports. A date was not given by the two ministries.</p>
</article>
<aside class="related"><h3>Read more</h3><a href="/x">Who sits in the new cabinet?</a></aside>
<div id="comments"><h3>2 Comments</h3><p>At last, and good news for both of them. I hope the ferry comes back as well.</p></div>
<footer>© 2022 Sample Portal. All rights reserved.</footer></body></html>"""  # noqa: E501


def test_the_report_is_title_body_quotation_and_caption(read: Read, texts_of: Texts) -> None:
    document = read(PAGE, name="page.html")
    assert texts_of(document, SectionKind.TITLE) == "Kingdom restores ties with island republic"
    body = texts_of(document, SectionKind.BODY)
    assert body.startswith("The kingdom has restored")
    assert "2011 & never spoke" in body
    assert "An old dispute" in body
    assert body.endswith("by the two ministries.")
    assert texts_of(document, SectionKind.QUOTATION).startswith("We open a new page")
    assert texts_of(document, SectionKind.CAPTION).startswith("The embassy of the kingdom")


def test_what_is_not_the_report_is_kept_and_never_coded(read: Read, texts_of: Texts) -> None:
    document = read(PAGE, name="page.html")
    boilerplate = texts_of(document, SectionKind.BOILERPLATE)
    for kept in ("Home", "Hidden words", "Who sits in the new cabinet?", "All rights reserved"):
        assert kept in boilerplate
    assert "At last" in texts_of(document, SectionKind.COMMENTS)
    assert "nothing of a script" not in document.text
    assert "color" not in document.text


def test_metadata_come_from_the_head(read: Read) -> None:
    document = read(PAGE, name="page.html")
    assert (document.published, document.outlet, document.language) == ("2022-07-14T16:54+02:00", "Sample Portal", "en")
    assert document.metadata_values("author")[0] == "Joe Example"
    assert document.metadata_values("title")[0] == "Kingdom restores ties"
    assert document.metadata_values("address") == ("https://portal.example/ties",)


def test_a_page_without_an_article_is_read_by_the_line_rules(read: Read, texts_of: Texts) -> None:
    document = read("<html><body><p>Short.</p></body></html>", name="page.html")
    assert texts_of(document, SectionKind.BODY) == "Short."


def test_line_breaks_and_cells_separate_words(read: Read) -> None:
    document = read(
        "<html><body>one<br>two<table><tr><td>three</td><td>four</td></tr></table></body></html>", name="page.html"
    )
    assert document.text.split() == ["one", "two", "three", "four"]
