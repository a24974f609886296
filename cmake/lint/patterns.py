"""ICU message patterns as the lint sees them: which places they have, of which kind, and which branches. The grammar is
that of ICU's MessagePattern with its default apostrophes: 'one' quotes only before { } and, in a plural, before #."""

from dataclasses import dataclass, field

BRANCHING = ("plural", "select", "selectordinal")
PLURAL_WORDS = {"zero", "one", "two", "few", "many", "other"}


class BadPattern(ValueError):
    pass


@dataclass
class Place:
    name: str
    kind: str = ""  # "", number, date, time, plural, select, selectordinal
    branches: dict[str, list] = field(default_factory=dict)


class _Reader:
    def __init__(self, text: str):
        self.text = text
        self.at = 0

    def until(self, stops: str) -> str:
        start = self.at
        while self.at < len(self.text) and self.text[self.at] not in stops:
            self.at += 1
        if self.at == len(self.text):
            raise BadPattern("a { has no }")
        return self.text[start:self.at].strip()

    def message(self, is_inside: bool, is_plural: bool) -> list:
        parts, words = [], ""
        while self.at < len(self.text):
            letter, following = self.text[self.at], self.text[self.at + 1:self.at + 2]
            if letter == "'" and following == "'":
                words += "'"
                self.at += 2
            elif letter == "'" and following and following in ("{}#" if is_plural else "{}"):
                end = self.text.find("'", self.at + 1)
                end = len(self.text) if end < 0 else end
                words += self.text[self.at + 1:end]
                self.at = end + 1
            elif letter == "{":
                parts += [words, self.place()]
                words = ""
            elif letter == "}":
                if not is_inside:
                    raise BadPattern("a } has no {")
                return parts + [words]
            else:
                words += letter
                self.at += 1
        if is_inside:
            raise BadPattern("a { has no }")
        return parts + [words]

    def place(self) -> Place:
        self.at += 1
        found = Place(self.until(",{}"))
        if not found.name:
            raise BadPattern("a place has no name")
        if self.text[self.at] == ",":
            self.at += 1
            found.kind = self.until(",{}")
            if found.kind in BRANCHING:
                self.branches(found)
            else:
                self.until("}")
        if self.text[self.at] != "}":
            raise BadPattern(f"{{{found.name}}} is not closed")
        self.at += 1
        return found

    def branches(self, found: Place):
        self.at += 1
        while word := self.until("{}"):
            if self.text[self.at] == "}":
                raise BadPattern(f"{word} of {{{found.name}}} has no words")
            self.at += 1
            found.branches[word] = self.message(True, found.kind != "select")
            self.at += 1


def read(text: str) -> list:
    """Words and places in turn. Raises BadPattern where ICU would."""
    return _Reader(text).message(False, False)


def places(message: list) -> set[tuple[str, str]]:
    """Name and kind of every place, also of those inside branches."""
    found = set()
    for part in message:
        if isinstance(part, Place):
            found.add((part.name, part.kind))
            for branch in part.branches.values():
                found |= places(branch)
    return found


def branchings(message: list) -> list[Place]:
    found = []
    for part in message:
        if isinstance(part, Place) and part.branches:
            found.append(part)
            for branch in part.branches.values():
                found += branchings(branch)
    return found


def stars(message: list) -> set[int]:
    """How many bold marks a person may get, over all branches."""
    counts = {0}
    for part in message:
        if isinstance(part, str):
            own = {part.count("*")}
        elif part.branches:
            own = set().union(*(stars(branch) for branch in part.branches.values()))
        else:
            own = {0}
        counts = {a + b for a in counts for b in own}
    return counts
