"""`radslag work`: read the documents that wait, one reading at a time."""

import os
import signal
import socket
import time
from argparse import ArgumentParser
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand
from django.db import close_old_connections

from radslag.agreement.vocabulary import ReadingState
from radslag.services.readings.working import work
from radslag.web import clock

WAIT_SECONDS = 1.0


class Command(BaseCommand):
    """Takes what waits until it is told to stop."""

    requires_system_checks: list[str] = []
    help = "Läser handlingar som väntar. Låt det vara igång bredvid webbplatsen."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say which words may follow the command."""
        parser.add_argument(
            "--once", action="store_true", help="läs det som väntar nu, och sluta"
        )
        parser.add_argument(
            "--with-parent",
            type=int,
            metavar="NUMMER",
            help="sluta när programmet som startade arbetaren, med det numret, gör det",
        )

    def handle(self, **options: Any) -> None:
        """Work until the line is empty, the parent has gone, or somebody says stop."""
        self.is_over = False
        for sign in (signal.SIGTERM, signal.SIGINT):
            signal.signal(sign, self._stop)
        worker = f"{socket.gethostname()}:{os.getpid()}"[:60]
        while not (self.is_over or is_left(options["with_parent"])):
            reading = work(worker, clock.now, clock.today())
            if reading is not None:
                state = ReadingState(reading.state).swedish
                self.stdout.write(f"Inläsning {reading.pk}: {state}.")
            elif options["once"]:
                return
            else:
                time.sleep(WAIT_SECONDS)
                # A database that was restarted meanwhile is reached anew.
                close_old_connections()

    def _stop(self, _sign: int, _frame: FrameType | None) -> None:
        self.is_over = True


def is_left(parent: int | None) -> bool:
    """Tell whether the program that should be this one's parent is gone.

    It is told by number: one that ended while this one was starting was never seen.
    """
    return parent is not None and os.getppid() != parent
