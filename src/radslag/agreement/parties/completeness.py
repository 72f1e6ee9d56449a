"""Completeness: rulings on something that every municipality must have had or done.

Source: §§ 3 and 4 of the model agreement (delivery, presentation, composition).
Units: none.
"""

from dataclasses import dataclass

from radslag.agreement.citation import Ruling
from radslag.agreement.parties.sharing import Party


@dataclass(frozen=True)
class Completeness(Ruling):
    """A ruling (besked) that also names who is missing, and who came too late."""

    missing: tuple[Party, ...] = ()
    late: tuple[Party, ...] = ()
