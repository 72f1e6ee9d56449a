"""Swedish inflection: the forms of a word, from its kind in our list of words.

It makes a few forms that nobody uses. They do no harm: a form is only looked for where
a word is damaged, and only if nothing else is nearer.
"""

from collections.abc import Callable, Iterator

ALONE = "_"


def nouns(*endings: str) -> Callable[[str], list[str]]:
    """Return what inflects nouns: each form, and the same in the genitive."""
    return lambda word: [
        form + genitive
        for form in (word, *(word + ending for ending in endings))
        for genitive in ("", "s")
    ]


def or_nouns(word: str) -> list[str]:
    """Inflect `kvinna`."""
    return nouns("n")(word) + nouns("na")(word.removesuffix("a") + "or")


def ar_nouns(word: str) -> list[str]:
    """Inflect `del` and `nyckel`."""
    forms = nouns("en", "ar", "arna")(word)
    if word.endswith(("el", "er")):
        return forms + nouns("n")(word) + nouns("na")(word[:-2] + word[-1] + "ar")
    return forms


def first_verbs(word: str) -> list[str]:
    """Inflect `samverka`."""
    endings = ("r", "de", "t", "s", "des", "ts", "nde", "d", "dt", "dd")
    return [word, *(word + ending for ending in endings)]


def second_verbs(word: str) -> list[str]:
    """Inflect `ställa`, `leda`, `lösa` and `göra`."""
    stem = word.removesuffix("a")
    endings = ("er", "s", "as", "ande", "t", "ts", "d", "da")
    past = ("te", "tes", "ta") if stem[-1:] in "ksptx" else ("de", "des", "da")
    plain = ["ar", "r", ""] if stem.endswith("r") else ["er"]
    if stem.endswith(("nn", "mm")):
        return [*second_verbs(stem[:-1] + "a"), word, stem + "er", stem + "s"]
    return [word, *(stem + ending for ending in (*endings, *past, *plain))]


def adjectives(word: str) -> list[str]:
    """Inflect `kommunal`."""
    short = word[:-2] + word[-1] if word.endswith(("en", "el", "er")) else word
    neuter = word[:-1] + "t" if word.endswith(("nd", "ad")) else word + "t"
    compared = ("are", "ast", "aste", "het", "heten", "heter")
    forms = [word, neuter, short + "a", short + "e"]
    return forms + [word + ending for ending in compared]


def as_it_stands(word: str) -> list[str]:
    """Give a word that has its forms listed."""
    return [word]


KINDS: dict[str, Callable[[str], list[str]]] = {
    "commonest": as_it_stands,
    "small": as_it_stands,
    "or": or_nouns,
    "ar": ar_nouns,
    "er": nouns("en", "n", "er", "erna"),
    "r": nouns("n", "r", "rna"),
    "ett": nouns("et", "en"),
    "n": nouns("t", "n", "na"),
    "nde": nouns("n", "na"),
    "are": nouns("n", "na"),
    "v1": first_verbs,
    "v2": second_verbs,
    "forms": as_it_stands,
    "adj": adjectives,
    "alone": as_it_stands,
    "plain": as_it_stands,
}


def forms(kind: str, word: str) -> list[str]:
    """Return the forms of a word of the list."""
    if word.endswith(ALONE):
        return [word[:-1], word[:-1] + "s"]
    if kind in ("are", "nde") and word.endswith("e"):
        return KINDS[kind](word) + nouns()(word[:-1] + "na")
    return KINDS[kind](word)


def listed(text: str) -> Iterator[tuple[str, list[str]]]:
    """Give each word of a list, as its kind and its forms."""
    for line in text.splitlines():
        kind, colon, words = line.partition(":")
        if colon and not line.startswith("#"):
            for word in words.split():
                yield kind, forms(kind, word)
