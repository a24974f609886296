"""Message ids: each one used in code has words in English and Spanish, and each one in a catalog is used. Every other
catalog is a draft: it may lack messages, and what it has fits the English pattern it stands for."""

import re
from pathlib import Path

import patterns
from catalogs import OWED, Catalog, read_catalogs
from sources import code_files

ROLES = ("title label button note warning status spoken head language greeting unit need ticket kind chip list "
         "heading text error value").split()
ID = re.compile(r'"((?:' + "|".join(ROLES) + r')_[a-z0-9_]*)"')
SPEAKING_FOLDERS = ("ui", "kiosk")
FOLDER = "assets/strings"


def used_ids(root: Path) -> dict[str, str]:
    """Message id, or the beginning of several ids if it ends in _: where it stands."""
    used: dict[str, str] = {}
    for path in code_files(root, SPEAKING_FOLDERS):
        for number, line in enumerate((root / path).read_text().splitlines(), 1):
            for found in ID.finditer(line.split(" // ")[0]):
                used.setdefault(found[1], f"{path}:{number}")
    return used


def head_complaints(catalog: Catalog) -> list[str]:
    wrong = []
    if catalog.head.get("Language") != catalog.language:
        wrong.append(f'its head says "Language: {catalog.head.get("Language", "")}"')
    if catalog.head.get("X-Reviewed") not in ("yes", "no"):
        wrong.append('its head must say "X-Reviewed: yes" or, if no native reader has read it, "X-Reviewed: no"')
    if not catalog.own_name:
        wrong.append('message "language_own_name" is missing: nobody could choose the language')
    return wrong


def places_complaints(here: set, there: set) -> list[str]:
    # A language that does not count as English does may write the number alone.
    allowed = there | {(name, kind) for name, counted in there if counted in ("plural", "selectordinal")
                       for kind in ("", "number")}
    if {name for name, _ in here} == {name for name, _ in there} and here <= allowed:
        return []

    def told(found):
        return " ".join(sorted("{" + ", ".join(filter(None, place)) + "}" for place in found)) or "none"
    return [f"has the places {told(here)}; English has {told(there)}"]


def pattern_complaints(words: str, english: str) -> list[str]:
    """What is wrong with the words of a message beside the English ones."""
    try:
        here = patterns.read(words)
    except patterns.BadPattern as bad:
        return [f"is no ICU pattern: {bad}"]
    there = patterns.read(english)
    wrong = places_complaints(patterns.places(here), patterns.places(there))
    keys = {place.name: set(place.branches) for place in patterns.branchings(there)}
    for place in patterns.branchings(here):
        branches = set(place.branches)
        if "other" not in branches:
            wrong.append(f"{{{place.name}}} has no branch other")
        if place.kind == "select" and branches != keys.get(place.name, branches):
            wrong.append(f"{{{place.name}}} chooses among {' '.join(sorted(branches))}; English does among "
                         f"{' '.join(sorted(keys[place.name]))}")
        if place.kind != "select" and (unknown := {word for word in branches - patterns.PLURAL_WORDS
                                                   if not re.fullmatch(r"=\d+", word)}):
            wrong.append(f"{{{place.name}}} has a branch that no language counts by: {' '.join(sorted(unknown))}")
    if patterns.stars(here) != patterns.stars(there):
        wrong.append(f"has {sorted(patterns.stars(here))} bold marks; English has {sorted(patterns.stars(there))}")
    if any(count % 2 for count in patterns.stars(here)):
        wrong.append("begins bold and does not end it")
    return wrong


def owed_complaints(catalog: Catalog, used: dict[str, str]) -> list[str]:
    name = f"{FOLDER}/{catalog.language}.po"
    wrong = []
    for id, where in used.items():
        if id.endswith("_") and not any(known.startswith(id) for known in catalog.messages):
            wrong.append(f'{where}: no message of {name} begins with "{id}"')
        elif not id.endswith("_") and id not in catalog.messages:
            wrong.append(f'{where}: message "{id}" is missing in {name}')
    return wrong


def check(root: Path) -> list[str]:
    catalogs = read_catalogs(root)
    used = used_ids(root)
    wrong = [f"{FOLDER}/{language}.po: words are owed in this language"
             for language in OWED if language not in catalogs]
    if wrong:
        return wrong
    english = catalogs["en"].messages
    owed_ids = {id for language in OWED for id in catalogs[language].messages}
    for language, catalog in catalogs.items():
        name = f"{FOLDER}/{language}.po"
        wrong += [f"{name}: {said}" for said in head_complaints(catalog)]
        if language in OWED:
            wrong += owed_complaints(catalog, used)
            wrong += [f'{name}: message "{id}" stands in another catalog and is missing here'
                      for id in sorted(owed_ids - catalog.messages.keys()) if id not in used]
            wrong += [f'{name}: message "{id}" has no words' for id, words in catalog.messages.items() if not words]
        else:
            wrong += [f'{name}: message "{id}" is none of the English ones'
                      for id in sorted(catalog.messages.keys() - english.keys())]
        wrong += [f'{name}: message "{id}" {said}' for id, words in catalog.messages.items() if words and id in english
                  for said in pattern_complaints(words, english[id])]
    prefixes = tuple(id for id in used if id.endswith("_"))
    wrong += [f'{FOLDER}: message "{id}" is used by no code' for id in sorted(owed_ids)
              if id not in used and not (prefixes and id.startswith(prefixes))]
    return wrong
