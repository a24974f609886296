#!/usr/bin/python3
"""docs/verify_audit.py against copies that kioskctl made: every single byte changed, every length cut, every line removed,
doubled and swapped is found, by the verifier or, where only the first line's names are touched, by stock minisign."""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "docs"))
sys.dont_write_bytecode = True

from verify_audit import first_fault  # noqa: E402

KIOSKCTL = Path(os.environ.get("KIOSK_BIN", ROOT / "build/dev/bin")) / "kioskctl"


def run(*words) -> subprocess.CompletedProcess:
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False)


class Copy(unittest.TestCase):
    """The third copy of one kiosk's log: what init wrote, and each copy as an entry."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.state = Path(folder.name) / "state"
        made = run(KIOSKCTL, "--state", cls.state, "init", "--demo", "--kiosk", "k1", "--site", "willow")
        assert made.returncode == 0, made.stderr
        for name in "abc":
            cls.file = cls.state / f"{name}.ndjson"
            made = run(KIOSKCTL, "--state", cls.state, "audit", "export", "--to", cls.file)
            assert made.returncode == 0, made.stderr
        cls.copy = cls.file.read_bytes()
        cls.lines = cls.copy.splitlines(keepends=True)
        cls.count = len(cls.lines) - 1

    def is_signed(self, copy: bytes) -> bool:
        touched = self.state / "touched"
        touched.write_bytes(copy)
        return run("minisign", "-Vm", touched, "-x", f"{self.file}.minisig",
                   "-p", self.state / "kiosk.minisign.pub").returncode == 0

    def written_anew(self, number: int, change) -> bytes:
        """The copy as the kiosk itself would have written it, had the entry's text been another from then on."""
        lines, before = [], "0" * 64
        for place, line in enumerate(self.lines[1:], 1):
            text = json.loads(line)["text"]
            text = change(text) if place == number else text
            before = hashlib.sha256(bytes.fromhex(before) + text.encode()).hexdigest()
            lines.append(json.dumps({"text": text, "hash": before}, separators=(",", ":")) + "\n")
        header = json.loads(self.lines[0]) | {"head": before}
        return "".join([json.dumps(header, separators=(",", ":")) + "\n", *lines]).encode()


class Verifier(Copy):
    def test_a_copy_as_it_was_made_passes_both(self):
        self.assertGreater(self.count, 3)
        self.assertIsNone(first_fault(self.copy))
        self.assertTrue(self.is_signed(self.copy))
        script = run(sys.executable, ROOT / "docs/verify_audit.py", self.file)
        self.assertEqual((script.returncode, script.stderr), (0, ""))

    def test_every_change_of_a_single_byte_is_found(self):
        unseen = set()
        for at, byte in enumerate(self.copy):
            # every value in the entries' own bytes would be 2**8 times as many; these are each bit, and what JSON knows
            for other in {byte ^ (1 << bit) for bit in range(8)} | set(b' \n\r\t"\\{}[],:0aA\x00\xff') - {byte}:
                touched = bytearray(self.copy)
                touched[at] = other
                if first_fault(bytes(touched)) is None:
                    unseen.add(at)
        self.assertFalse([at for at in unseen if at >= len(self.lines[0])], "of the entries all are found")
        names = [self.copy.index(b'"k1"') + at for at in (1, 2)]
        self.assertIn(names[0], unseen, "a name in the first line is for minisign alone to find")
        for at in unseen:
            touched = bytearray(self.copy)
            touched[at] ^= 1
            self.assertFalse(self.is_signed(bytes(touched)), at)

    def test_every_byte_of_one_entry_changed_to_every_other_is_found_and_named(self):
        start = len(self.lines[0]) + len(self.lines[1])
        for at in range(start, start + len(self.lines[2]) - 1):
            for other in set(range(256)) - {self.copy[at]}:
                touched = bytearray(self.copy)
                touched[at] = other
                said = first_fault(bytes(touched))
                self.assertTrue(said and said.startswith("entry 2 "), f"{at}, {other}: {said}")

    def test_every_byte_put_in_between_is_found(self):
        for at in range(len(self.copy) + 1):
            for byte in (b" ", b"\n", b"0", b'"', b"\\"):
                touched = self.copy[:at] + byte + self.copy[at:]
                in_first_line = at < len(self.lines[0])
                self.assertTrue(first_fault(touched) or (in_first_line and not self.is_signed(touched)), (at, byte))

    def test_every_length_it_is_cut_to_is_found(self):
        for length in range(len(self.copy)):
            self.assertIsNotNone(first_fault(self.copy[:length]), length)

    def test_an_entry_removed_doubled_or_swapped_at_each_place_is_found_and_named(self):
        for at in range(1, len(self.lines)):
            removed = first_fault(b"".join(self.lines[:at] + self.lines[at + 1:]))
            self.assertTrue(removed.startswith(f"entry {at} is missing"), removed)
            doubled = first_fault(b"".join(self.lines[:at + 1] + self.lines[at:]))
            self.assertIn(f"entry {at + 1} ", doubled)
            for other in range(at + 1, len(self.lines)):
                lines = list(self.lines)
                lines[at], lines[other] = lines[other], lines[at]
                swapped = first_fault(b"".join(lines))
                self.assertTrue(swapped.startswith(f"entry {at} is missing: entry {other} "), swapped)

    def test_an_entry_written_anew_is_found_at_the_next_unless_all_after_it_are_written_anew(self):
        forged = self.written_anew(2, lambda text: text.replace('"at":"2', '"at":"1'))
        one = b"".join([*self.lines[:2], forged.splitlines(keepends=True)[2], *self.lines[3:]])
        self.assertEqual(first_fault(one), "entry 3 was changed: it does not follow from the entry before")
        self.assertIsNone(first_fault(forged), "whoever can write all of it anew is found by the two tests that follow")

    def test_a_log_written_anew_from_some_entry_on_is_found_by_a_head_that_travelled_and_by_minisign(self):
        hashes = [json.loads(line)["hash"] for line in self.lines[1:]]
        for number in range(1, self.count + 1):
            forged = self.written_anew(number, lambda text: text.replace('"at":"2', '"at":"1'))
            self.assertIsNone(first_fault(forged))
            self.assertFalse(self.is_signed(forged))
            for count in range(1, self.count + 1):
                said = first_fault(forged, [(count, hashes[count - 1])])
                self.assertEqual(said is None, count < number, (number, count, said))

    def test_a_log_that_is_shorter_than_a_batch_tells_is_found(self):
        shorter = self.state / "a.ndjson"
        left = len(shorter.read_bytes().splitlines()) - 1
        head = json.loads(self.lines[-1])["hash"]
        said = f"entry {left + 1} is missing, and all after it: there were {self.count}"
        self.assertIsNone(first_fault(shorter.read_bytes()))
        self.assertEqual(first_fault(shorter.read_bytes(), [(self.count, head)]), said)
        script = run(sys.executable, ROOT / "docs/verify_audit.py", shorter, "--head", f"{self.count}:{head}")
        self.assertEqual((script.returncode, script.stdout), (1, said + "\n"))

    def test_an_entry_that_did_not_open_on_the_kiosk_is_named(self):
        broken = [*self.lines[:3], b'{"n":3,"text":null,"hash":null}\n', *self.lines[4:]]
        self.assertEqual(first_fault(b"".join(broken)), "entry 3 was changed: it cannot be read")


class Exporting(Copy):
    def test_a_copy_is_made_whole_or_not_at_all(self):
        into = self.state / "nowhere" / "copy.ndjson"
        refused = run(KIOSKCTL, "--state", self.state, "audit", "export", "--to", into)
        self.assertNotEqual(refused.returncode, 0)
        self.assertFalse(into.parent.exists())
        again = run(KIOSKCTL, "--state", self.state, "audit", "export", "--to", self.file)
        self.assertNotEqual(again.returncode, 0)
        self.assertIn("is there already", again.stderr)
        self.assertEqual(self.file.read_bytes(), self.copy)
        self.assertEqual([path.name for path in self.state.glob("*.part")], [])


class Page(unittest.TestCase):
    def test_the_page_of_audit_events_is_what_the_code_says(self):
        made = run(KIOSKCTL, "audit", "catalogue")
        self.assertEqual((made.returncode, made.stderr), (0, ""))
        self.assertEqual(made.stdout, (ROOT / "docs/audit-events.md").read_text(), "make it anew: ./dev evidence")


if __name__ == "__main__":
    unittest.main()
