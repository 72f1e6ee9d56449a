"""Takes away from this process what a reader of files does not need.

Memory, processor time and writing are limited by the kernel; the network is taken away
by the kernel where it allows that, and by the interpreter everywhere. There is no way
back: the process ends with its file.
"""

import resource
import sys
from typing import Any

from radslag.formats.readers.limits import LIMITS

NEW_USER_SPACE, NEW_NETWORK = 0x10000000, 0x40000000
WRITING = "wax+"
# What a reader may never do, by the names of the interpreter's audit events.
FORBIDDEN = {
    "socket.__new__", "socket.connect", "socket.bind", "socket.getaddrinfo",
    "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink",
    "os.chmod", "os.chown", "os.truncate", "os.kill", "os.exec", "os.fork",
    "os.forkpty", "os.system", "os.posix_spawn", "os.putenv", "pty.spawn",
    "shutil.rmtree", "ftplib.connect", "urllib.Request", "webbrowser.open",
}  # fmt: skip
# The one program that a reader may start.
PICTURE_READER = "tesseract"


class Forbidden(PermissionError):
    """A reader tried what no reader needs to do."""


def confine() -> None:
    """Limit this process for good."""
    limit_resources()
    leave_network()
    sys.addaudithook(forbid)


def limit_resources() -> None:
    """Limit memory and writing; the processor's time is limited file by file."""
    most = LIMITS.picture_memory_bytes
    lower(resource.RLIMIT_AS, LIMITS.memory_bytes, most)
    # Nothing can be written to any file; what is read goes back through a pipe.
    lower(resource.RLIMIT_FSIZE, 0, 0)
    lower(resource.RLIMIT_CORE, 0, 0)
    lower(resource.RLIMIT_NOFILE, 64, 64)


def lower(which: int, soft: int, hard: int) -> None:
    """Lower a limit, but never above what the process was given."""
    _, given = resource.getrlimit(which)
    if given != resource.RLIM_INFINITY:
        soft, hard = min(soft, given), min(hard, given)
    resource.setrlimit(which, (soft, hard))


def allow_processor(seconds: int) -> None:
    """Allow so many more seconds of the processor's time, from now."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    until = int(usage.ru_utime + usage.ru_stime) + seconds
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (until, hard))


def leave_network() -> bool:
    """Move to a network with nobody on it; tell whether the kernel allowed it."""
    import ctypes  # noqa: PLC0415 - only the reading process needs it.

    try:
        library = ctypes.CDLL(None, use_errno=True)
        return bool(library.unshare(NEW_USER_SPACE | NEW_NETWORK) == 0)
    except (OSError, AttributeError):
        return False


def forbid(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuse what no reader needs."""
    if event in FORBIDDEN:
        raise Forbidden(event)
    if event == "open" and is_writing(arguments):
        raise Forbidden(event)
    if event == "subprocess.Popen" and PICTURE_READER not in str(arguments[0]):
        raise Forbidden(event)


def is_writing(arguments: tuple[Any, ...]) -> bool:
    """Tell whether a file is opened to be written."""
    path, mode, flags = arguments
    if isinstance(path, int) or path == "/dev/null":
        return False
    if isinstance(mode, str):
        return any(letter in mode for letter in WRITING)
    return isinstance(flags, int) and bool(flags & 0o3103)
