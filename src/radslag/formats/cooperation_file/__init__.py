"""The cooperation file, format radslag/1: a whole cooperation as text.

Read with `read`, hold together with `check`, write with `write_yaml`.
"""

from radslag.formats.cooperation_file.checking import check
from radslag.formats.cooperation_file.entries import FORMAT
from radslag.formats.cooperation_file.flattening import Flat, Row, Rows
from radslag.formats.cooperation_file.keys import derived_key, slug
from radslag.formats.cooperation_file.nesting import nest, plain
from radslag.formats.cooperation_file.one_entry import Faults, read_entry
from radslag.formats.cooperation_file.problems import BadFile, Problem
from radslag.formats.cooperation_file.reading import CooperationFile, read
from radslag.formats.cooperation_file.shapes import SHAPES, SectionShape
from radslag.formats.cooperation_file.writing import file_tree, write_json, write_yaml

__all__ = [
    "FORMAT",
    "SHAPES",
    "BadFile",
    "CooperationFile",
    "Faults",
    "Flat",
    "Problem",
    "Row",
    "Rows",
    "SectionShape",
    "check",
    "derived_key",
    "file_tree",
    "nest",
    "plain",
    "read",
    "read_entry",
    "slug",
    "write_json",
    "write_yaml",
]
