#!/usr/bin/python3
"""Checks the copy of an audit log that a kiosk made. Two steps; both must pass.

    minisign -Vm FILE -p kiosk.minisign.pub              this kiosk made it, and nobody has touched it since
    python3 verify_audit.py FILE [--head COUNT:HASH]...  nothing was changed, removed, reordered or cut before that

COUNT:HASH are audit_count and audit_head in line 1 of any batch from this kiosk: what the log was when it left.
Each line after the first holds an entry's text and its hash: SHA-256(the hash before, then the text)."""
import argparse
import hashlib
import json


def read(line):
    """A line of JSON, written in the one way the kiosk writes it; None for any other."""
    try:
        value = json.loads(line)
        return value if json.dumps(value, separators=(",", ":")).encode() == line else None
    except ValueError:
        return None


def first_fault(copy, heads=()):
    """What is wrong with the first line that does not fit; None if the whole log stands."""
    *lines, rest = copy.split(b"\n")
    header = read(lines[0]) if lines else None
    if rest or not isinstance(header, dict) or list(header) != "format kiosk site from count head made".split() \
            or header["format"] != "family-kiosk-audit/1" or header["from"] != 1:
        return "the file is no whole copy of an audit log: its first line or its end is damaged"
    known = {0: "0" * 64}  # the hash after each entry
    for number, line in enumerate(lines[1:], 1):
        entry = read(line)
        if not isinstance(entry, dict) or not isinstance(entry.get("text"), str):
            return f"entry {number} was changed: it cannot be read"
        text = read(entry["text"].encode())
        if isinstance(text, dict) and text.get("n") != number:
            return f"entry {number} is missing: entry {text.get('n')} stands in its place"
        known[number] = hashlib.sha256(bytes.fromhex(known[number - 1]) + entry["text"].encode()).hexdigest()
        if entry != {"text": entry["text"], "hash": known[number]}:
            return f"entry {number} was changed: it does not follow from the entry before"
    for count, head in [(header["count"], header["head"]), *heads]:
        if count not in known:
            return f"entry {len(known)} is missing, and all after it: there were {count}"
        if known[count] != head:
            return f"entry {count}, or one before it, is not what it was: the hash after it was {head}"
    if header["count"] != len(lines) - 1:
        return f"entry {header['count'] + 1} was added: the log had {header['count']}"
    return None


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("FILE", type=argparse.FileType("rb"))
    asked.add_argument("--head", metavar="COUNT:HASH", action="append", default=[])
    given = asked.parse_args()
    fault = first_fault(given.FILE.read(), [(int(count), head) for count, head in
                                            (each.split(":") for each in given.head)])
    print(fault or "every entry follows from the one before, and none is missing")
    raise SystemExit(1 if fault else 0)
