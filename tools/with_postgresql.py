"""Runs a command against a PostgreSQL of its own, and throws that away afterwards.

``with_postgresql.py pytest tests/records`` starts a cluster in a temporary folder
that answers on a local socket only, sets ``DATABASE_URL`` for the command, stops the
cluster, and ends with the command's own status. Where PostgreSQL is not installed it
says so and ends well: the same tests run on SQLite.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

ROLE = "radslag"
DEBIAN = Path("/usr/lib/postgresql")
# The database lives for minutes and holds nothing real: speed before safety.
SERVER_OPTIONS = (
    "-c listen_addresses= -c fsync=off -c synchronous_commit=off"
    " -c full_page_writes=off -k {socket}"
)


def main() -> int:
    """Run the command given, with a database when there can be one."""
    programs = find_programs()
    if programs is None:
        print(
            "PostgreSQL is not installed here, so its tests are left out and SQLite's "
            "are run.\nTo have both: apt-get install postgresql"
        )
        return 0
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with cluster(programs) as socket:
        url = f"postgres://{ROLE}@{quote(str(socket), safe='')}/{ROLE}"
        environment = {**os.environ, "DATABASE_URL": url}
        return subprocess.run(sys.argv[1:], env=environment, check=False).returncode


def find_programs() -> Path | None:
    """Return the folder of the newest PostgreSQL's programs."""
    installed = [folder.parent for folder in DEBIAN.glob("*/bin/initdb")]
    if installed:
        return max(installed, key=lambda folder: float(folder.parent.name))
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


@contextmanager
def cluster(programs: Path) -> Iterator[Path]:
    """Keep a new cluster running; give the folder of its socket."""
    home = Path(tempfile.mkdtemp(prefix="radslag-postgresql-"))
    owner = owner_of_cluster()
    if owner is not None:
        shutil.chown(home, owner)
    data, log = home / "data", home / "log"
    control = [str(programs / "pg_ctl"), "--pgdata", str(data), "--silent"]
    try:
        as_owner(
            [
                *(str(programs / "initdb"), "--pgdata", str(data), "--no-sync"),
                *("--auth=trust", f"--username={ROLE}"),
                *("--encoding=UTF8", "--locale=C.UTF-8"),
            ],
            owner,
        )
        options = SERVER_OPTIONS.format(socket=home)
        as_owner(
            [*control, "--wait", f"--log={log}", f"--options={options}", "start"], owner
        )
        try:
            create = [
                str(programs / "createdb"),
                f"--host={home}",
                f"--username={ROLE}",
            ]
            as_owner([*create, ROLE], owner)
            yield home
        finally:
            as_owner([*control, "--mode=immediate", "stop"], owner)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def owner_of_cluster() -> str | None:
    """Return whom to run as: PostgreSQL refuses to be run by root."""
    if os.geteuid() != 0:
        return None
    names = {user.pw_name for user in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def as_owner(command: list[str], owner: str | None) -> None:
    """Run one of PostgreSQL's programs; stop with its words when it fails."""
    answer = subprocess.run(
        command,
        user=owner,
        cwd="/",
        # A server that inherits a pipe would keep it open for ever.
        stdout=subprocess.DEVNULL,
        stderr=None,
        check=False,
    )
    if answer.returncode != 0:
        sys.exit(f"PostgreSQL's {Path(command[0]).name} failed; see above.")


if __name__ == "__main__":
    sys.exit(main())
