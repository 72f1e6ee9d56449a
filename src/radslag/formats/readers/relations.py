"""What the parts of an office file refer to, and how to find elements in them."""

import posixpath
from collections.abc import Iterator, Mapping

from radslag.formats.readers.xml_parts import Element, parse


def relations(parts: Mapping[str, bytes], name: str) -> Iterator[tuple[str, str, str]]:
    """Give what a part refers to: a number, what it is, and the part's name."""
    folder, file = posixpath.split(name)
    listed = parts.get(f"{folder}/_rels/{file}.rels")
    for element in named(parse(listed), "Relationship") if listed else ():
        target = str(element.get("Target") or "")
        path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        kind = str(element.get("Type") or "").rpartition("/")[2]
        yield str(element.get("Id") or ""), kind, path


def related(parts: Mapping[str, bytes], name: str) -> Iterator[tuple[str, str]]:
    """Give the kinds of the parts that a part refers to, and their names."""
    return ((kind, path) for _, kind, path in relations(parts, name))


def named(root: Element, *names: str) -> Iterator[Element]:
    """Give the elements within that have one of the names, in whatever namespace."""
    return (each for each in root.iter() if local(str(each.tag)) in names)


def local(tag: str) -> str:
    """Return a name without its namespace."""
    return tag.rpartition("}")[2]


def text_of(element: Element) -> str:
    """Return all the words within an element."""
    return "".join(str(text) for text in element.itertext())
