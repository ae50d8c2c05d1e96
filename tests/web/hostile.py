"""Reports, comments and names that try to act instead of being read."""

TAGS = (
    "<script>alert(1)</script>",
    "<svg onload=alert(1)>",
    "<img src=x onerror=alert(1)>",
    "</style><style>body{display:none}</style>",
    "</textarea><iframe src=https://elsewhere.example></iframe>",
    '"><a href="javascript:alert(1)">x</a>',
    "<base href=https://elsewhere.example>",
    "<!--<form action=https://elsewhere.example>",
)
"""What would be markup if it were not escaped."""

TRICKS = (
    "&lt;script&gt;alert(1)&lt;/script&gt; &#x3c;b&#x3e;",
    "\u202espihsrosnoc\u202c \u2066x\u2069 \u200f",
    "{{ 7*7 }} {% raw %} ${7*7} <%= 7*7 %>",
    "\x00\x1b[31m\x07\x9b",
    "\ufeff\ufffe\U000e0041 \U0001f600",
    "' OR 1=1; DROP TABLE claims; --",
    "../../../../etc/passwd\r\nset-cookie: stolen=1",
)
"""What must come out as it went in, or as a visible mark."""

SENTENCES = (
    "France recognised Kosovo on 18 February 2008, the ministry said.",
    "Serbia refused to recognise Kosovo on 19 February 2008, a spokesman said.",
)


def hostile_text() -> str:
    """Return a report of plain text that holds all of it, between sentences that are read."""
    parts = [f"{SENTENCES[number % 2]} {trick}" for number, trick in enumerate((*TAGS, *TRICKS))]
    return "Pristina, 20 February 2008 (Sample Wire)\n\n" + "\n\n".join(parts)


def hostile_page() -> str:
    """Return a report as HTML, whose title, metadata and words are hostile."""
    said = "".join(f"<p>{sentence} {tag}</p>" for sentence, tag in zip(SENTENCES * 4, TAGS, strict=True))
    meta = "<meta name=author content='\"><script>alert(1)</script>'>"
    title = "<title>&lt;script&gt;alert(1)&lt;/script&gt; Recognition</title>"
    head = f"<head>{title}{meta}<style>*{{}}</style></head>"
    return f"<!doctype html><html>{head}<body><article>{said}</article></body></html>"


FORBIDDEN = (
    "<script>alert",
    "<svg onload",
    "<img",
    "<iframe",
    "<base",
    "<style>body",
    "<!--",
    'href="javascript:',
    "\u202e",
    "\u2066",
    "\x1b",
    "\x00",
)
"""What no page may hold."""
