"""The catalogs of words, as they lie in assets/strings: head and messages of each .po file."""

import re
from dataclasses import dataclass
from pathlib import Path

OWED = ("en", "es")  # the languages that have every word; the others fall back to English sentence by sentence
ENTRY = re.compile(r'^msgid ((?:".*"\s*)+)^msgstr ((?:".*"\s*)+)', re.MULTILINE)


@dataclass
class Catalog:
    language: str
    head: dict[str, str]
    messages: dict[str, str]

    @property
    def own_name(self) -> str:
        return self.messages.get("language_own_name", "")

    @property
    def is_reviewed(self) -> bool:
        """A native reader has read it all."""
        return self.head.get("X-Reviewed") == "yes"


def _joined(text: str) -> str:
    return "".join(re.findall(r'"(.*)"', text)).replace(r"\n", "\n").replace(r"\"", '"').replace(r"\\", "\\")


def read_catalog(path: Path) -> Catalog:
    text = re.sub(r"^#.*\n", "", path.read_text(), flags=re.MULTILINE)
    entries = {_joined(m[1]): _joined(m[2]) for m in ENTRY.finditer(text)}
    lines = [line.split(":", 1) for line in entries.pop("", "").splitlines() if ":" in line]
    return Catalog(path.stem, {name: value.strip() for name, value in lines}, entries)


def read_catalogs(root: Path) -> dict[str, Catalog]:
    """By language, those that are owed first."""
    found = {path.stem: read_catalog(path) for path in sorted((root / "assets/strings").glob("*.po"))}
    return {language: found[language] for language in sorted(found, key=lambda name: (name not in OWED, name))}
