"""Marks of unfinished work and paths of one machine are refused; long files are only named."""

import re
from pathlib import Path

from sources import code_files

PLACES = ("base", "crypto", "storage", "ui", "kiosk", "tests", "cmake", "assets", "docs")
ENDINGS = (".hpp", ".cpp", ".c", ".py", ".cmake", ".txt", ".tour", ".po", ".md", ".json", ".toml", ".sql", ".conf")
# in two pieces, so that this file does not find itself
UNFINISHED = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b")
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:home|root|work|Users|mnt)" + r"/\w")
LONG = 300


def check(root: Path) -> list[str]:
    wrong = []
    top = [p.relative_to(root) for p in root.glob("*") if p.is_file() and (p.suffix in ENDINGS or p.name == "dev")]
    for path in code_files(root, PLACES, ENDINGS) + top:
        for number, line in enumerate((root / path).read_text(errors="replace").splitlines(), 1):
            if mark := UNFINISHED.search(line):
                wrong.append(f"{path}:{number}: {mark[0]} marks unfinished work: finish it, or open an issue")
            if MACHINE_PATH.search(line):
                wrong.append(f"{path}:{number}: a path of one machine")
    return wrong


def long_files(root: Path) -> list[str]:
    lengths = {path: len((root / path).read_text().splitlines()) for path in code_files(root)}
    return [f"{path}: {length} lines; over {LONG} it asks to be two"
            for path, length in lengths.items() if length > LONG]
