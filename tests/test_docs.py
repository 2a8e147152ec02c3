"""Every code block of the README and the docs runs and prints what it says.

Python blocks run in one namespace per page; a ``text`` block after one is what it prints.
``toml`` blocks that begin with a file's name are that file.  In ``console`` blocks the lines
after ``$`` are run; the lines below it must be among what is printed, in that order.
"""

from __future__ import annotations

import contextlib
import io
import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import regex

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = regex.compile(r"^```(\w+)\n(.*?)^```", regex.DOTALL | regex.MULTILINE)
COMMAND = regex.compile(r"^thaigov-extract (?P<rest>fixtures.*)$", regex.MULTILINE)
FILE = regex.compile(r"# (?P<name>[\w.-]+\.toml)\n")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_blocks(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures")
    monkeypatch.chdir(tmp_path)
    blocks = BLOCK.findall(page.read_text(encoding="utf-8"))
    names: dict[str, Any] = {}
    for place, (language, code) in enumerate(blocks):
        if language == "toml" and (head := FILE.match(code)):
            (tmp_path / head["name"]).write_text(code, encoding="utf-8")
        elif language == "console":
            run_console(code, tmp_path)
        elif language == "python":
            printed = io.StringIO()
            with contextlib.redirect_stdout(printed):
                exec(compile(code, str(page), "exec"), names)
            following = blocks[place + 1] if place + 1 < len(blocks) else ("", "")
            if following[0] == "text":
                assert printed.getvalue() == following[1]


def run_console(block: str, folder: Path) -> None:
    commands = {"thaigov-extract": "-m thaigov_extract", "pytest": "-m pytest -p no:cacheprovider"}
    for part in regex.split(r"^\$ ", block, flags=regex.MULTILINE)[1:]:
        command, *expected = part.rstrip("\n").split("\n")
        name = command.split()[0]
        if name in commands:
            command = f"{shlex.quote(sys.executable)} {commands[name]}{command[len(name) :]}"
        environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "COLUMNS": "200"}
        done = subprocess.run(
            command, shell=True, cwd=folder, capture_output=True, check=False, env=environment
        )
        printed = (done.stdout + done.stderr).decode("utf-8").split("\n")
        assert "Traceback" not in "".join(printed), printed
        at = 0
        for line in expected:
            found = next((i for i in range(at, len(printed)) if line in printed[i]), None)
            assert found is not None, f"{command}\nprints no {line!r} but\n" + "\n".join(printed)
            at = found + 1


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_on_shipped_releases(page: Path) -> None:
    for rest in COMMAND.findall(page.read_text(encoding="utf-8")):
        done = subprocess.run(
            [sys.executable, "-m", "thaigov_extract", *shlex.split(rest, comments=True)],
            cwd=ROOT,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0
        assert done.stdout


def test_links_lead_somewhere() -> None:
    for page in PAGES:
        for target in regex.findall(r"\]\((?!http)([^)#]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
