"""Numbers as lists write them: 3, 03, c, iii."""

# Forms as web pages name them.
FORMS = {
    "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter", "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman", "upper-roman": "upperRoman",
    "decimal-leading-zero": "decimalZero", "none": "none",
}  # fmt: skip
ROMAN = (
    (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"),
    (4, "iv"), (1, "i"),
)  # fmt: skip
MOST_IN_ROMAN = 399


def written(number: int, form: str) -> str:
    """Return a number in a form, named as word processors name them.

    What has no sign in the form, such as nought in letters, is written in figures.
    """
    if form == "none":
        return ""
    if form == "decimalZero":
        return f"{number:02}"
    if form.endswith("Letter") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26)
        return letter.upper() if form.startswith("upper") else letter
    if form.endswith("Roman") and 0 < number <= MOST_IN_ROMAN:
        return in_roman(number, is_upper=form.startswith("upper"))
    return str(number)


def in_roman(number: int, *, is_upper: bool) -> str:
    """Return a number in Roman numerals."""
    roman = ""
    for worth, sign in ROMAN:
        roman += sign * (number // worth)
        number %= worth
    return roman.upper() if is_upper else roman
