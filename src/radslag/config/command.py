"""The command `radslag`: Django's commands and our own."""

import os
import sys
from importlib import import_module


def main() -> None:
    """Run the command that the arguments name; say so if a setting is wrong."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "radslag.config.settings")
    if sys.argv[1:2] == ["read"]:
        # Documents are read without Django, which would take longer than most of them.
        from radslag.web.read_documents import main as read  # noqa: PLC0415 - as said.

        sys.exit(read(sys.argv[2:]))
    from django.core.management import execute_from_command_line  # noqa: PLC0415 - late, as slow.

    from radslag.config.environment import BadSetting  # noqa: PLC0415 - as above.

    try:
        # Django would wrap what is wrong with a setting in a screenful of its own.
        import_module(os.environ["DJANGO_SETTINGS_MODULE"])
    except BadSetting as bad:
        sys.exit(f"Rådslag startar inte. {bad}")
    execute_from_command_line(sys.argv)
