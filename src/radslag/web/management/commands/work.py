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
            action="store_true",
            help="sluta när programmet som startade arbetaren gör det",
        )

    def handle(self, **options: Any) -> None:
        """Work until the line is empty, the parent has gone, or somebody says stop."""
        self.is_over = False
        for sign in (signal.SIGTERM, signal.SIGINT):
            signal.signal(sign, self._stop)
        worker = f"{socket.gethostname()}:{os.getpid()}"[:60]
        parent = os.getppid()
        while not self.is_over:
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
            if options["with_parent"] and os.getppid() != parent:
                return

    def _stop(self, _sign: int, _frame: FrameType | None) -> None:
        self.is_over = True
