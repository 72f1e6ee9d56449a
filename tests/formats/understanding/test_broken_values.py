"""Labels and values that a narrow column has broken over two lines."""

from datetime import date

from tests.formats.understanding.minutes_read import ITEMS, gathered, held

HEAD = """Protokoll styrgruppen

Tid och plats: tisdagen den 5 mars 2024 kl 09.00–11.40, Folkets hus,

rum Ån, Sala

Justeringens plats

och tid

Digital signering 2024-03-12
"""


def test_a_place_that_ends_with_a_comma_goes_on_below() -> None:
    assert held(gathered(HEAD + ITEMS))["place"] == "Folkets hus, rum Ån, Sala"


def test_a_label_broken_before_its_last_words_is_one() -> None:
    (minutes,) = gathered(HEAD + ITEMS).of("minutes")

    assert minutes["verified_on"] == date(2024, 3, 12)
