"""Servers of their own process, with what each has used of the machine."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from http.client import HTTPConnection, HTTPException
from pathlib import Path

WORKERS = 2
PATIENCE_SECONDS = 60.0
GLANCE_SECONDS = 0.01
STOP_SECONDS = 20
_TICKS = os.sysconf("SC_CLK_TCK")
# Places in /proc/<pid>/stat after the name, which may hold spaces itself.
_USER, _SYSTEM = 11, 12


@dataclass(frozen=True)
class Server:
    """A gunicorn with its workers."""

    process: subprocess.Popen[bytes]
    port: int
    first_page_seconds: float
    start_processor_seconds: float

    @property
    def workers(self) -> list[int]:
        """Return the workers' process ids."""
        pid = self.process.pid
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
        return [int(each) for each in children.split()]

    def processor_seconds(self) -> float:
        """Return how long the workers have had a processor, since they started."""
        return sum(map(_processor_seconds, self.workers))

    def megabytes(self) -> float:
        """Return the workers' memory, shared pages divided among those who share."""
        return sum(map(_megabytes, self.workers))


def _processor_seconds(pid: int) -> float:
    stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    fields = stat.rpartition(")")[2].split()
    return (int(fields[_USER]) + int(fields[_SYSTEM])) / _TICKS


def _megabytes(pid: int) -> float:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    (kilobytes,) = [line.split()[1] for line in lines if line.startswith("Pss:")]
    return int(kilobytes) * 1024 / 1_000_000


@contextmanager
def serving(serves: str, address: str, headers: Mapping[str, str]) -> Iterator[Server]:
    """Start a server, wait for its first page at the address, stop it afterwards."""
    port = _free_port()
    begun = time.perf_counter()
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "gunicorn", "--no-control-socket"),
            *("--workers", str(WORKERS), "--worker-class", "sync"),
            *("--bind", f"127.0.0.1:{port}", "--log-level", "warning"),
            "radslag.config.wsgi",
        ],
        env={**os.environ, "RADSLAG_BENCH_SERVES": serves},
    )
    try:
        while not _answers(port, address, headers):
            waited = time.perf_counter() - begun
            if process.poll() is not None or waited > PATIENCE_SECONDS:
                raise SystemExit(f"The server gave no page at {address}.")
            time.sleep(GLANCE_SECONDS)
        server = Server(process, port, time.perf_counter() - begun, 0.0)
        # The workers start side by side; each does the whole work.
        used = server.processor_seconds() / WORKERS
        yield replace(server, start_processor_seconds=used)
    finally:
        process.terminate()
        process.wait(STOP_SECONDS)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _answers(port: int, address: str, headers: Mapping[str, str]) -> bool:
    with closing(HTTPConnection("127.0.0.1", port)) as connection:
        try:
            connection.request("GET", address, headers=dict(headers))
            answer = connection.getresponse()
        except (OSError, HTTPException):
            return False
        if answer.status != 200:
            raise SystemExit(f"{address} answered {answer.status}.")
        return True
