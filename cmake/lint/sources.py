"""Which files the lint reads. Paths are relative to the root of the source tree."""

from pathlib import Path

FOLDERS = ("base", "crypto", "storage", "ui", "kiosk", "tests")


def code_files(root: Path, folders=FOLDERS, endings=(".hpp", ".cpp")) -> list[Path]:
    found = []
    for folder in folders:
        found += [p.relative_to(root) for p in (root / folder).rglob("*") if p.suffix in endings and p.is_file()]
    return sorted(found)
