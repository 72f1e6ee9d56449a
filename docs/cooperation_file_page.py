"""Write docs/cooperation-file.md and its schema anew from the entries themselves."""

from pathlib import Path

from radslag.formats.cooperation_file import documentation, schema

FOLDER = Path(__file__).resolve().parent


def main() -> None:
    """Write both files."""
    page = FOLDER / "cooperation-file.md"
    page.write_text(documentation.page(page.read_text("utf-8")), encoding="utf-8")
    text = schema.schema_text()
    (FOLDER / "cooperation-file.schema.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
