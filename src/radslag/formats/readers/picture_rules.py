"""Rules in a picture of a page, made straight, and the picture without them."""

from collections.abc import Sequence
from typing import NamedTuple

from PIL import ImageDraw
from PIL.Image import Image, Resampling, Transpose

from radslag.formats.readers.picture_strokes import (
    WHITE,
    Stroke,
    on_white,
    strokes_in,
)

# A rule is dark through so many blocks of so many dots; an upright one may be as short
# as a line of text is high.
BLOCK, FEWEST = 16, 4
UPRIGHT_BLOCK, UPRIGHT_FEWEST = 8, 3
# A finer picture is made coarser: two hundred dots to an inch tell rules from letters.
POINTS_FOR_DOT = 72 / 200
# Points between rules that meet. Letters stand farther from a rule.
NEAR = 1.5
# An upright that no rule ends is longer than a letter, or than letters on each other.
LONGEST_LETTER = 26
# The bars of large letters beside each other are shorter than a row of a table.
SHORTEST = 50
# A picture with more of them is of something else than a page.
MOST_STROKES = 1500


class Rule(NamedTuple):
    """A rule made straight: from where until where along it, and where across."""

    begin: float
    end: float
    at: float
    stroke: Stroke


class Rules(NamedTuple):
    """A page's rules in points, straight as when it was printed.

    `slope` is how much the page climbs for each point to the right, and leads from the
    picture to the printed page and back; `dots` makes dots of strokes into points.
    """

    slope: float
    dots: float
    lying: Sequence[Rule]
    standing: Sequence[Rule]

    def straight(self, x: float, y: float) -> tuple[float, float]:
        """Return where something in the picture is on the printed page."""
        return x + self.slope * y, y - self.slope * x

    def askew(self, x: float, y: float) -> tuple[float, float]:
        """Return where something on the printed page is in the picture."""
        return x - self.slope * y, y + self.slope * x


NO_RULES = Rules(0, 1, (), ())


def rules_in(picture: Image, scale: float) -> Rules:
    """Return the rules in a grey picture of a page; `scale` makes dots into points."""
    dots = max(scale, POINTS_FOR_DOT)
    drawn = on_white(at_scale(picture, scale / dots))
    lying = list(strokes_in(drawn, BLOCK, FEWEST))
    turned = drawn.transpose(Transpose.TRANSPOSE)
    standing = list(strokes_in(turned, UPRIGHT_BLOCK, UPRIGHT_FEWEST))
    if max(len(lying), len(standing)) > MOST_STROKES:
        return NO_RULES
    slope = slope_of(lying, standing)
    return meeting(
        Rules(
            slope,
            dots,
            [straightened(stroke, slope, dots) for stroke in lying],
            [straightened(stroke, -slope, dots) for stroke in standing],
        )
    )


def slope_of(lying: Sequence[Stroke], standing: Sequence[Stroke]) -> float:
    """Return how much the page climbs, as most of its longest strokes say."""
    climbs = [(stroke.end - stroke.begin, stroke.slope) for stroke in lying]
    climbs += [(stroke.end - stroke.begin, -stroke.slope) for stroke in standing]
    longest = max((length for length, _ in climbs), default=0)
    slopes = sorted(slope for length, slope in climbs if length * 2 > longest)
    return slopes[len(slopes) // 2] if slopes else 0.0


def at_scale(picture: Image, times: float) -> Image:
    """Return the picture made smaller, so that a letter has as many dots as in most."""
    if times == 1:
        return picture
    size = (max(round(picture.width * times), 1), max(round(picture.height * times), 1))
    return picture.resize(size, Resampling.BOX)


def straightened(stroke: Stroke, slope: float, dots: float) -> Rule:
    """Return a stroke in points, as it was before the page lay askew by a slope."""
    line = stroke.line - slope * stroke.middle
    shift = slope * stroke.line
    return Rule(
        dots * (stroke.begin + shift), dots * (stroke.end + shift), dots * line, stroke
    )


def meeting(rules: Rules) -> Rules:
    """Return the rules that meet others at their ends, and no strokes of letters."""
    lying = [rule for rule in rules.lying if rule.end - rule.begin > SHORTEST]
    standing = [rule for rule in rules.standing if is_held(rule, lying)]
    lying = [rule for rule in lying if sum(meet(one, rule) for one in standing) > 1]
    return rules._replace(lying=lying, standing=standing)


def is_held(standing: Rule, lying: Sequence[Rule]) -> bool:
    """Tell whether a rule goes from one rule to another, or is long and meets one."""
    met = [rule for rule in lying if meet(standing, rule)]
    is_long = standing.end - standing.begin > LONGEST_LETTER
    ends = (standing.begin, standing.end)
    is_ended = all(any(abs(rule.at - end) < NEAR for rule in met) for end in ends)
    return is_ended or (is_long and bool(met))


def meet(standing: Rule, lying: Rule) -> bool:
    """Tell whether two rules meet or cross."""
    return (
        lying.begin - NEAR <= standing.at <= lying.end + NEAR
        and standing.begin - NEAR <= lying.at <= standing.end + NEAR
    )


def without_rules(picture: Image, rules: Rules, scale: float) -> Image:
    """Return the picture with its rules made white; letters beside them are left."""
    if not rules.standing:
        return picture
    plain, times = picture.copy(), rules.dots / scale
    draw = ImageDraw.Draw(plain)
    for rule in rules.lying:
        for line, begin, end in rule.stroke.runs:
            box = (begin - BLOCK, line - 1, end + BLOCK, line + 2)
            draw.rectangle([times * side for side in box], WHITE)
    for rule in rules.standing:
        for line, begin, end in rule.stroke.runs:
            box = (line - 1, begin - BLOCK, line + 2, end + BLOCK)
            draw.rectangle([times * side for side in box], WHITE)
    return plain
