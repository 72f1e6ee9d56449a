"""Chooses what a damaged word was, if the choice is clear.

Every word that may have been seen so is weighed: how common it is, and how likely it is
to be seen so. Against them all stands the word as it was read.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from radslag.agreement.vocabulary import Certainty
from radslag.formats.mending.capitals import may_be_name, shields_name
from radslag.formats.mending.company import fitness
from radslag.formats.mending.compounds import Compounds
from radslag.formats.mending.glyphs import likelihood
from radslag.formats.mending.lexicon import OWN, Lexicon
from radslag.formats.mending.tokens import Token

CERTAIN, PROBABLE, DOUBTFUL = 2e3, 30.0, 4.0
# The share of a running text that a word no list holds is taken to have.
UNKNOWN, UNKNOWN_FIGURE = 1e-10, 1e-14
WHOLE_COMPOUND = 1e-7
# Without Swedish at large, an unknown short word is most likely whole.
UNKNOWN_SHORT, SHORT = 2e-5, 5
SHORTEST_SLIP, SLIPS = 6, 1
# Below this there is no damage to speak of; above the other, letters slip too.
SOME, MUCH = 0.02, 0.3
SHORTEST_PARTED = 3
PARTED_SHARE = 2e-3
BESIDE_LISTED = 0.01


class Kind(Enum):
    """What a word was mended to, and how that is said."""

    NAME = "namnet är känt"
    COMPOUND = "sammansatt av kända ord"
    WORD = "ordet finns i ordlistan"


@dataclass(frozen=True)
class Choice:
    """What a word is taken to have been."""

    text: str
    certainty: Certainty
    reason: str


@dataclass(frozen=True)
class Candidate:
    """What a word may have been, and how likely that is."""

    word: str
    chance: float
    kind: Kind
    slips: int = 0


class Chooser:
    """Chooses words out of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Keep the lexicon."""
        self.lexicon = lexicon
        self.compounds = Compounds(lexicon)

    def choose(
        self, token: Token, damaged: float, *, is_doubted: bool = False
    ) -> Choice | None:
        """Return what a word was; None if it is left as it stands.

        `damaged` is the share of å, ä and ö lost about it; `is_doubted` tells that the
        reader of the picture was unsure of the word.
        """
        found = list(self.candidates(token, damaged, is_doubted=is_doubted))
        found = [one for one in found if self.is_allowed(token, one)]
        best = max(found, key=lambda one: one.chance, default=None)
        standing = self.as_it_stands(token, damaged)
        if best is None or best.chance < DOUBTFUL * standing:
            return self.parted(token, damaged)
        rest = {best.word, token.small}
        others = [one.chance for one in found if one.word not in rest]
        odds = best.chance / (standing + sum(others))
        if best.word == token.small or odds < DOUBTFUL:
            return None
        return Choice(
            self.in_case(token, best), self.certainty(token, best, odds), reason(best)
        )

    def candidates(
        self, token: Token, damaged: float, *, is_doubted: bool
    ) -> Iterator[Candidate]:
        """Give the words that this one may have been."""
        seen, is_known = token.small, self.lexicon.is_word(token.small)
        found = list(self.names(token, damaged, is_known=is_known))
        if damaged >= SOME or is_doubted:
            found += (
                replace(one, chance=one.chance * fitness(one.word, token))
                for one in self.words(seen, damaged)
            )
            found += self.joined(seen, damaged, is_listed=any(found))
        yield from found
        may_slip = is_doubted or damaged > MUCH
        if not found and may_slip and not is_known and len(seen) >= SHORTEST_SLIP:
            yield from self.slipped(seen, damaged)

    def names(
        self, token: Token, damaged: float, *, is_known: bool
    ) -> Iterator[Candidate]:
        """Give the known names that a word may be; a known word is no misread name."""
        if not (token.is_capital or token.is_capitals):
            return
        seen, names = token.small, self.lexicon.names
        near = set(names.seen_as(seen))
        for word in near:
            chance = OWN * likelihood(seen, word, damaged)
            if chance:
                yield Candidate(word, chance, Kind.NAME)
        if not is_known and not token.is_capitals and len(seen) >= SHORTEST_SLIP:
            for word in {*near, *names.nearly(seen)} - self.lexicon.people:
                chance = OWN * likelihood(seen, word, damaged, SLIPS)
                if chance and word != seen:
                    yield Candidate(word, chance, Kind.NAME, SLIPS)

    def words(self, seen: str, damaged: float) -> Iterator[Candidate]:
        """Give the listed words that may be seen so."""
        swedish = self.lexicon.swedish
        for word in {*swedish.seen_as(seen), *self.lexicon.extra_seen_as(seen)}:
            chance = self.lexicon.share(word) * likelihood(seen, word, damaged)
            if chance:
                yield Candidate(word, chance, Kind.WORD)

    def joined(
        self, seen: str, damaged: float, *, is_listed: bool = False
    ) -> Iterator[Candidate]:
        """Give the compounds that may be seen so; less likely where a list has one."""
        weight = BESIDE_LISTED if is_listed else 1.0
        for chance, word in self.compounds.found(seen, damaged):
            yield Candidate(word, chance * weight, Kind.COMPOUND)

    def slipped(self, seen: str, damaged: float) -> Iterator[Candidate]:
        """Give the words that may be seen so if a plain letter is misread too."""
        for word in set(self.lexicon.swedish.nearly(seen)):
            chance = likelihood(seen, word, damaged, SLIPS)
            if chance:
                share = self.lexicon.share(word)
                yield Candidate(word, share * chance, Kind.WORD, SLIPS)

    def as_it_stands(self, token: Token, damaged: float) -> float:
        """Tell how likely it is that a word was rightly read."""
        seen = token.small
        if any(letter.isdigit() for letter in seen):
            return UNKNOWN_FIGURE
        if not self.lexicon.has_swedish_at_large and len(seen) < SHORT:
            unknown = UNKNOWN_SHORT if seen.isascii() else UNKNOWN
        else:
            unknown = UNKNOWN
        whole = (word for _, word in self.compounds.found(seen, damaged))
        unknown = WHOLE_COMPOUND if seen in whole else unknown
        share = max(self.lexicon.share(seen), unknown)
        return share * likelihood(seen, seen, damaged)

    def is_allowed(self, token: Token, candidate: Candidate) -> bool:
        """Tell whether a word may become another, by its capitals and company."""
        if not token.text[0].isupper() or candidate.word == token.small:
            return True
        if candidate.kind is Kind.NAME:
            return not candidate.slips or not shields_name(token, self.lexicon)
        if token.is_capitals:
            is_word = candidate.kind is Kind.WORD or self.is_ours(candidate)
            return is_word and not candidate.slips
        if candidate.kind is Kind.COMPOUND:
            return self.may_join(token, candidate)
        of_ours = self.is_ours(candidate)
        return not may_be_name(token, candidate.word, self.lexicon, is_ours=of_ours)

    def may_join(self, token: Token, candidate: Candidate) -> bool:
        """Tell whether a word with a capital may become a compound."""
        if not self.is_ours(candidate) or shields_name(token, self.lexicon):
            return self.compounds.begins_with_name(candidate.word)
        return not may_be_name(token, candidate.word, self.lexicon, is_ours=True)

    def is_ours(self, candidate: Candidate) -> bool:
        """Tell whether a candidate is made of words of ours or the cooperation's."""
        if candidate.kind is Kind.WORD:
            return self.lexicon.is_field_word(candidate.word)
        return self.compounds.is_ours(candidate.word)

    def certainty(self, token: Token, best: Candidate, odds: float) -> Certainty:
        """Tell how sure a choice is."""
        is_plain = token.text.isalpha() and not best.slips
        if odds >= CERTAIN and is_plain and self.lexicon.has_swedish_at_large:
            return Certainty.CERTAIN
        if odds >= CERTAIN and is_plain and best.kind is Kind.NAME:
            return Certainty.CERTAIN
        return Certainty.PROBABLE if odds >= PROBABLE else Certainty.DOUBTFUL

    def in_case(self, token: Token, best: Candidate) -> str:
        """Return a word with capitals as the one it stands for had."""
        if token.is_capitals:
            return best.word.upper()
        if token.is_capital:
            return best.word[0].upper() + best.word[1:]
        return best.word

    def parted(self, token: Token, damaged: float) -> Choice | None:
        """Return a word and a little word that were read as one, if they were."""
        if damaged <= MUCH or len(token.text) < 2 * SHORTEST_PARTED + 2:
            return None
        seen, lexicon = token.small, self.lexicon
        if lexicon.is_word(seen) or self.compounds.found(seen, damaged):
            return None
        for at in range(len(seen) - SHORTEST_PARTED, len(seen) - 6, -1):
            little = self.little(seen[at:], damaged)
            first = self.whole(seen[:at], damaged) if little else None
            if first:
                written = token.text[:1] + first[1:] if seen[0] == first[0] else first
                why = "Två kända ord hade lästs ihop."
                return Choice(f"{written} {little}", Certainty.PROBABLE, why)
        return None

    def little(self, seen: str, damaged: float) -> str | None:
        """Return the little word that is surely seen so; None if there is none."""
        found = [
            (self.lexicon.share(word) * likelihood(seen, word, damaged), word)
            for word in self.lexicon.swedish.seen_as(seen)
            if word in self.lexicon.small and self.lexicon.share(word) >= PARTED_SHARE
        ]
        chance, word = max(found, default=(0.0, ""))
        return word if chance else None

    def whole(self, seen: str, damaged: float) -> str | None:
        """Return the word or compound of our own that is seen so, if any."""
        found = [*self.words(seen, damaged), *self.joined(seen, damaged)]
        ours = [one for one in found if self.is_ours(one) and len(one.word) > SHORT]
        return max(ours, key=lambda one: one.chance).word if ours else None


def reason(best: Candidate) -> str:
    """Return why a word was mended, as people read it."""
    how = "En bokstav liknar en annan" if best.slips else "Prickar och ringar är borta"
    return f"{how}; {best.kind.value}."
