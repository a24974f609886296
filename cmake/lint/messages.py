"""Message ids: each one used in code has words in every catalog, and each one in a catalog is used."""

import re
from pathlib import Path

from sources import code_files

ROLES = ("title label button note warning status spoken head language greeting unit need ticket kind chip list "
         "heading text error value").split()
ID = re.compile(r'"((?:' + "|".join(ROLES) + r')_[a-z0-9_]*)"')
SPEAKING_FOLDERS = ("ui", "kiosk")
ENTRY = re.compile(r'^msgid ((?:".*"\s*)+)^msgstr ((?:".*"\s*)+)', re.MULTILINE)


def read_catalog(path: Path) -> dict[str, str]:
    def joined(text: str) -> str:
        return "".join(re.findall(r'"(.*)"', text))
    text = re.sub(r"^#.*\n", "", path.read_text(), flags=re.MULTILINE)
    return {joined(m[1]): joined(m[2]) for m in ENTRY.finditer(text) if joined(m[1])}


def used_ids(root: Path) -> dict[str, str]:
    """Message id, or the beginning of several ids if it ends in _: where it stands."""
    used: dict[str, str] = {}
    for path in code_files(root, SPEAKING_FOLDERS):
        for number, line in enumerate((root / path).read_text().splitlines(), 1):
            for found in ID.finditer(line.split(" // ")[0]):
                used.setdefault(found[1], f"{path}:{number}")
    return used


def check(root: Path) -> list[str]:
    catalogs = {path: read_catalog(path) for path in sorted((root / "assets/strings").glob("*.po"))}
    used = used_ids(root)
    every_id = {id for catalog in catalogs.values() for id in catalog}
    wrong = []
    for path, catalog in catalogs.items():
        name = path.relative_to(root)
        for id, where in used.items():
            if id.endswith("_") and not any(known.startswith(id) for known in catalog):
                wrong.append(f'{where}: no message of {name} begins with "{id}"')
            elif not id.endswith("_") and id not in catalog:
                wrong.append(f'{where}: message "{id}" is missing in {name}')
        wrong += [f'{name}: message "{id}" stands in another catalog and is missing here'
                  for id in sorted(every_id - catalog.keys()) if id not in used]
        wrong += [f'{name}: message "{id}" has no words' for id, words in catalog.items() if not words]
    prefixes = tuple(id for id in used if id.endswith("_"))
    wrong += [f'assets/strings: message "{id}" is used by no code' for id in sorted(every_id)
              if id not in used and not (prefixes and id.startswith(prefixes))]
    return wrong
