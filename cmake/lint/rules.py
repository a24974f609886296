#!/usr/bin/python3
"""The rules of the house that a compiler does not know. `rules.py COMPILE_COMMANDS [ROOT]`; part of ./dev lint."""

import sys
from pathlib import Path

import arrows
import audit_events
import built
import marks
import messages


def main() -> int:
    if len(sys.argv) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 64
    root = Path(sys.argv[2] if len(sys.argv) == 3 else Path(__file__).parents[2]).resolve()
    wrong = arrows.check(root) + messages.check(root) + marks.check(root) + audit_events.check(root)
    wrong += built.check(root, Path(sys.argv[1]))
    for note in marks.long_files(root):
        print(f"note: {note}")
    for line in wrong:
        print(line, file=sys.stderr)
    print(f"rules: {len(wrong)} broken")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
