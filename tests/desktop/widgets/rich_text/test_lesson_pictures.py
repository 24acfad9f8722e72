"""Pictures of a text draw, and neither open nor run anything."""

from __future__ import annotations

import pytest

from desktop.widgets.rich_text.lesson_pictures import LARGEST, picture_renderer

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
PICTURE = HEAD + 'viewBox="0 0 20 10">{}</svg>'
INK = "#123456"


def test_a_picture_that_only_draws_is_painted() -> None:
    inner = '<defs><path id="p" d="M0 0L9 9"/></defs><use xlink:href="#p"/><!-- a note -->'
    renderer = picture_renderer(PICTURE.format(inner), INK)
    assert renderer is not None
    assert renderer.viewBoxF().width() == 20


@pytest.mark.parametrize(
    "inner",
    [
        "<script>alert(1)</script>",
        '<image href="file:///etc/passwd" width="9" height="9"/>',
        '<image xlink:href="data:image/png;base64,AAAA" width="9" height="9"/>',
        '<use href="other.svg#p"/>',
        '<a href="https://example.org"><path d="M0 0"/></a>',
        '<path d="M0 0" onclick="x()"/>',
        '<path d="M0 0" fill="url(https://example.org/a)"/>',
        "<style>@import url(https://example.org/a.css);</style>",
        "<foreignObject/>",
        '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
        '<g id="a"><path d="M0 0"/></g><g id="b"><use href="#a"/><use href="#a"/></g>'
        '<use href="#b"/>',
    ],
)
def test_a_picture_that_does_more_is_none(inner: str) -> None:
    assert picture_renderer(PICTURE.format(inner), INK) is None


@pytest.mark.parametrize(
    "svg",
    [
        "",
        "no picture",
        "<svg",
        '<!DOCTYPE svg [<!ENTITY a "b">]>' + PICTURE.format("&a;"),
        PICTURE.format("<path/>" * LARGEST),
        HEAD + ">" + "</svg>",
    ],
    ids=["empty", "text", "broken", "entity", "large", "no size"],
)
def test_what_is_no_picture_is_none(svg: str) -> None:
    assert picture_renderer(svg, INK) is None
