"""The indicators that a plan is followed up by, in tables of their own."""

import re
from typing import Final

from radslag.formats.readers.model import Heading, Table
from radslag.formats.understanding.extracting.action_tables.rows import head_of
from radslag.formats.understanding.extracting.goal_trees.indicator_tables import (
    IndicatorTables,
)
from radslag.formats.understanding.extracting.goal_trees.walk import GoalWalk
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.portion import Portion

_INDICATORS: Final = re.compile(r"(?i)indikator|nyckeltal|mätetal")


def extract(portion: Portion, gathering: Gathering) -> None:
    """Gather indicators and their values from the tables that are no activities."""
    measured = IndicatorTables(GoalWalk(portion, gathering, None), gathering)
    is_announced = False
    for block in portion.blocks:
        if isinstance(block, Heading):
            is_announced = _INDICATORS.search(block.text) is not None
        elif isinstance(block, Table) and head_of(block) is None:
            measured.see(block, is_announced=is_announced)
