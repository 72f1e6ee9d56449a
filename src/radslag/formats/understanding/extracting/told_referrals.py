"""A referral that an officer proposes an answer to: who asked, when, and until when."""

from radslag.formats.understanding.extracting.referrals import tell_of_asked
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.portion import Portion


def extract(portion: Portion, gathering: Gathering) -> None:
    """Add what a proposal tells of the referral that it answers."""
    tell_of_asked(portion, gathering)
