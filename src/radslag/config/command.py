"""The command `radslag`: Django's commands and our own."""

import os
import sys
from importlib import import_module

from django.core.management import execute_from_command_line

from radslag.config.environment import BadSetting


def main() -> None:
    """Run the command that the arguments name; say so if a setting is wrong."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "radslag.config.settings")
    try:
        # Django would wrap what is wrong with a setting in a screenful of its own.
        import_module(os.environ["DJANGO_SETTINGS_MODULE"])
    except BadSetting as bad:
        sys.exit(f"Rådslag startar inte. {bad}")
    execute_from_command_line(sys.argv)
