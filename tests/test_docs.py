"""Every code block of the README and the docs runs and prints what it says."""

from __future__ import annotations

import contextlib
import io
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


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_blocks(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    blocks = BLOCK.findall(page.read_text(encoding="utf-8"))
    names: dict[str, Any] = {}
    for place, (language, code) in enumerate(blocks):
        if language != "python":
            continue
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(code, str(page), "exec"), names)
        following = blocks[place + 1] if place + 1 < len(blocks) else ("", "")
        if following[0] == "text":
            assert printed.getvalue() == following[1]


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
        for target in regex.findall(r"\]\((?!http)([^)#]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
