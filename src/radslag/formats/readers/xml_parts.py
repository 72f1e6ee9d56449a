"""Reads XML without fetching, expanding or following anything."""

from lxml import etree
from lxml.etree import _Element as Element

from radslag.formats.readers.refusals import Refused

__all__ = ["Element", "parse"]

TOO_DEEP = "depth"


def parse(part: bytes) -> Element:
    """Return the root of an XML part; raises Refused if it is not XML."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        return etree.fromstring(part, parser)
    except etree.XMLSyntaxError as bad:
        raise Refused("depth" if TOO_DEEP in str(bad) else "bad_xml") from bad
