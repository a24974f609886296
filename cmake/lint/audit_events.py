"""Audit events: each one is written with exactly the fields that the catalogue names for it, and each one is written
somewhere. (That each name is in the catalogue is for the compiler.)"""

import re
from pathlib import Path

from sources import code_files

CATALOGUE = "storage/audit_events.hpp"
PRODUCT = ("storage", "kiosk")
LINE = re.compile(r'\{"([a-z0-9_]+)",\s*(?:AuditGroup::)?\w+,\s*(?:AuditCause::)?\w+,\s*"([a-z0-9_ ]*)"')
# AuditEvent("name") too: an event that is chosen first and written later, whose fields only the program can check
WRITTEN = re.compile(r'\b(append_audit\w*\((?:\w+, )?|AuditEvent[({])\s*"([a-z0-9_]+)"')
FIELD = re.compile(r'\{\s*"([a-z0-9_]+)"\s*,')
# What staff did is written in the same step as what it changes: the call that keeps it names the event.
KEPT_WITH = re.compile(r'\b(?:keep\(|mark_item\(|withdraw_check_in\(|check_in\(\{)[^;]*?"([a-z_]+)"')


def call_from(text: str, start: int) -> str:
    """The rest of the call that is open at `start`, up to its closing parenthesis."""
    depth = 1
    for at in range(start, len(text)):
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        if depth == 0:
            return text[start:at]
    return text[start:]


def check(root: Path) -> list[str]:
    if not (root / CATALOGUE).exists():
        return []
    events = dict(LINE.findall((root / CATALOGUE).read_text()))
    wrong, written = [], set()
    for path in code_files(root, PRODUCT):
        text = (root / path).read_text()
        written.update(KEPT_WITH.findall(text))
        for found in WRITTEN.finditer(text):
            name = found[2]
            written.add(name)
            if not found[1].startswith("append_audit") or name not in events:
                continue
            fields = " ".join(FIELD.findall(call_from(text, found.end())))
            if fields != events[name]:
                line = text.count("\n", 0, found.start()) + 1
                wrong.append(f'{path}:{line}: audit event "{name}" has the fields "{fields}"; '
                             f'{CATALOGUE} names "{events[name]}"')
    return wrong + [f'{CATALOGUE}: audit event "{name}" is written by no code' for name in events
                    if name not in written]
