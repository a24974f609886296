#!/usr/bin/python3
"""How far each language is: a table over assets/strings. `strings.py [-v] [ROOT]`; ./dev strings.

-v names the messages that are missing in each language and are said in English until someone writes them."""

import argparse
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "lint"))

from catalogs import OWED, read_catalogs  # noqa: E402

SETTINGS = "kiosk/state/settings.hpp"


def offered_by_default(root: Path) -> set[str]:
    """The languages of a kiosk whose kiosk.toml says nothing else."""
    found = re.search(r"std::vector<std::string> languages\{([^}]*)\}", (root / SETTINGS).read_text())
    if not found:
        sys.exit(f"strings: {SETTINGS} no longer says the default of `languages`; teach cmake/strings.py where it stands")
    return set(re.findall(r'"([^"]+)"', found[1]))


def table(root: Path) -> list[tuple[str, ...]]:
    catalogs = read_catalogs(root)
    english = catalogs["en"].messages
    offered = offered_by_default(root)
    rows = [("language", "own name", "read by", "messages", "offered")]
    for language, catalog in catalogs.items():
        there = sum(bool(catalog.messages.get(id)) for id in english)
        rows.append((language, catalog.own_name, "reviewed" if catalog.is_reviewed else "nobody yet: draft",
                     f"{there} / {len(english)}", "by default" if language in offered else "if kiosk.toml asks"))
    return rows


def missing(root: Path) -> dict[str, list[str]]:
    catalogs = read_catalogs(root)
    return {language: [id for id in catalogs["en"].messages if not catalog.messages.get(id)]
            for language, catalog in catalogs.items()}


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("-v", action="store_true", help="name the messages that are missing")
    arguments.add_argument("root", nargs="?", type=Path, default=Path(__file__).resolve().parents[1])
    given = arguments.parse_args()
    rows = table(given.root)
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())
    for language, ids in missing(given.root).items() if given.v else ():
        if ids:
            print(f"\nmissing in {language}{'' if language not in OWED else ' (owed!)'}:")
            print("".join(f"    {id}\n" for id in ids), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
