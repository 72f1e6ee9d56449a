"""Counts a web page's letters a second way, with another parser."""

from html.parser import HTMLParser

from radslag.formats.readers.characters import letters
from radslag.formats.readers.web_words import BOXES, NOT_ANSWERS, UNSEEN


class Counter(HTMLParser):
    """Gathers a page's text: what stands in it, and what is filled in its fields."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.unseen = self.drawings = self.drawn = 0
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: D102 - the parser's own name.
        self.unseen += tag in UNSEEN
        self.drawings += tag == "svg"
        self.drawn += tag == "text"
        if tag == "input" and not self.unseen:
            stated = {name: value or "" for name, value in attrs}
            if stated.get("type", "").lower() not in {*NOT_ANSWERS, *BOXES}:
                self.texts.append(stated.get("value", ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: D102 - the parser's own name.
        self.handle_starttag(tag, attrs)
        # HTML knows no such ends but in drawings.
        if self.drawings:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:  # noqa: D102 - the parser's own name.
        self.unseen -= tag in UNSEEN and self.unseen > 0
        self.drawings -= tag == "svg" and self.drawings > 0
        self.drawn -= tag == "text" and self.drawn > 0

    def handle_data(self, text: str) -> None:  # noqa: D102 - the parser's own name.
        if not self.unseen and (not self.drawings or self.drawn):
            self.texts.append(text)


def counted_letters(text: str) -> int:
    """Count the page's letters a second way."""
    counter = Counter()
    counter.feed(text)
    counter.close()
    return letters("\n".join(counter.texts))
