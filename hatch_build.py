"""Build hook: makes patterns and lexicons ready (``src/thaigov_extract/prepared.py``).

Runs when a wheel or an editable install is built.  Without the packages that extraction needs
(a build without isolation) it says so and leaves the file out; the library then only starts slower.
"""

from __future__ import annotations

import compileall
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PreparedHook(BuildHookInterface):  # type: ignore[type-arg]
    """Writes ``prepared.pickle`` from the releases in ``fixtures/``."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the file before the wheel is packed; see the base class."""
        root = Path(self.root)
        releases = sorted((root / "fixtures").glob("*.txt"))
        sys.path.insert(0, str(root / "src"))
        try:
            from thaigov_extract.prepared import prepare

            prepare(path.read_text(encoding="utf-8") for path in releases)
        except ImportError as missing:
            self.app.display_warning(f"prepared.pickle is left out: {missing}")
        finally:
            sys.path.pop(0)
        if version == "editable":
            # pip compiles what it unpacks, an editable install has nothing to unpack; where
            # PYTHONDONTWRITEBYTECODE is set each start would compile all modules (0.2 s)
            compileall.compile_dir(root / "src", quiet=2)
