"""What to say when a file somebody named cannot be read or written."""

from pathlib import Path


def unreadable(path: Path, error: OSError) -> str:
    """Say in Swedish why a file cannot be read."""
    if isinstance(error, FileNotFoundError):
        return f"Filen {path} finns inte."
    if isinstance(error, IsADirectoryError):
        return f"{path} är en mapp, inte en fil."
    if isinstance(error, PermissionError):
        return f"Du får inte läsa filen {path}."
    return f"Filen {path} går inte att läsa ({error.strerror})."


def unwritable(path: Path, error: OSError) -> str:
    """Say in Swedish why a file cannot be written."""
    if isinstance(error, FileNotFoundError):
        return f"Mappen {path.parent} finns inte."
    if isinstance(error, IsADirectoryError):
        return f"{path} är en mapp; ange en fil."
    if isinstance(error, PermissionError):
        return f"Du får inte skriva till {path}."
    return f"Det går inte att skriva till {path} ({error.strerror})."
