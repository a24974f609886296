#!/usr/bin/python3
"""What makes docs/accessibility.md refuses whatever the tests do not show, over a small house of its own."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

EVIDENCE = Path(__file__).resolve().parents[2] / "cmake/evidence.py"

TABLE = '''
about = "What it is."
[[standard]]
name = "Rules of seeing"
about = "All of them."
rows = [["1.1 Words, large", "supported", "They are.", "seen"],
        ["1.2 Sound", "not yet", "Speech comes.", "heard"],
        ["1.3 Reach", "at the site", "Where it stands."]]
[proof.seen]
says = "It is seen"
tests = ["ui: words, all of them, are seen"]
[proof.heard]
planned = true
says = "It is heard"
tests = ["ui: words are heard"]
'''
REPORT = '''<?xml version="1.0" encoding="UTF-8"?>
<doctest binary="test-ui"><TestSuite>
<TestCase name="words, all of them, are seen"><OverallResultsAsserts successes="7" failures="0"
 test_case_success="true"/></TestCase><TestCase name="left out" skipped="true"/></TestSuite></doctest>
'''


class Evidence(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.write("docs/accessibility.toml", TABLE)
        self.write("tests/ui/seen_test.cpp", 'TEST_CASE("words, all of them, "\n          "are seen") {}\n')
        self.write("test-ui.xml", REPORT)

    def write(self, path: str, text: str):
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text)

    def change(self, path: str, old: str, new: str):
        text = (self.root / path).read_text()
        self.assertIn(old, text)
        self.write(path, text.replace(old, new))

    def run_evidence(self, *arguments: str) -> subprocess.CompletedProcess:
        return subprocess.run([sys.executable, "-B", EVIDENCE, *arguments, "--root", self.root], capture_output=True,
                              text=True, check=False)

    def make(self) -> subprocess.CompletedProcess:
        return self.run_evidence("--results", str(self.root / "test-ui.xml"))

    def assert_refused(self, said: str, done: subprocess.CompletedProcess):
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertIn(said, done.stderr)

    def test_the_page_tells_each_criterion_and_what_shows_it(self):
        self.assertEqual(self.make().returncode, 0)
        page = (self.root / "docs/accessibility.md").read_text()
        self.assertIn("| Rules of seeing | 1 | 0 | 1 | 0 | 1 | 0 |", page)
        self.assertIn("| 1.1 Words, large | **Supported** | They are. | [seen](#seen) |", page)
        self.assertIn("| 1.2 Sound | Not yet | Speech comes. | [heard](#heard) (planned) |", page)
        self.assertIn("ui: words, all of them, are seen | 7 checks |", page)
        self.assertEqual(self.run_evidence("--check").returncode, 0)

    def test_a_page_that_the_table_no_longer_says_is_stale_and_a_count_alone_is_not(self):
        self.assert_refused("has no result of seen", self.run_evidence("--check"))
        self.make()
        self.change("docs/accessibility.md", "7 checks", "8 checks")
        self.assertEqual(self.run_evidence("--check").returncode, 0)
        self.change("docs/accessibility.toml", "They are.", "They nearly are.")
        self.assert_refused("is not what docs/accessibility.toml says", self.run_evidence("--check"))

    def test_a_test_that_failed_did_not_run_checked_nothing_or_crashed_is_refused(self):
        for old, new, said in (('test_case_success="true"', 'test_case_success="false"', "failed"),
                               ('failures="0"', 'failures="1"', "failed"),
                               ('successes="7"', 'successes="0"', "checked nothing"),
                               ("words, all", "some words, all", "did not run"),
                               ("</doctest>", "", "the report is cut short")):
            with self.subTest(said):
                self.write("test-ui.xml", REPORT)
                self.change("test-ui.xml", old, new)
                self.assert_refused(said, self.make())
        self.assertFalse((self.root / "docs/accessibility.md").exists())

    def test_a_claim_that_nothing_shows_is_refused(self):
        for old, new, said in (('They are.", "seen"]', 'They are."]', "and no test shows it"),
                               ('They are.", "seen"', 'They are.", "heard"', "and no test shows it"),
                               ('They are.", "seen"', 'They are.", "seen", "heard"', "one of its tests is only planned"),
                               ('They are.", "seen"', 'They are.", "felt"', "no proof is called felt"),
                               ("They are.", "", "say how"),
                               ('"not yet"', '"soon"', '"soon" is none of'),
                               ('"Speech comes.", "heard"', '"Speech comes."', "proof heard: no criterion uses it"),
                               ("ui: words, all", "ui: words, most", 'has no test case "words, most of them')):
            with self.subTest(said):
                self.write("docs/accessibility.toml", TABLE)
                self.change("docs/accessibility.toml", old, new)
                self.assert_refused(said, self.make())
                self.assert_refused(said, self.run_evidence("--check"))

    def test_a_promise_that_is_kept_has_to_be_told(self):
        self.write("tests/ui/heard_test.cpp", 'TEST_CASE("words are heard") {}\n')
        self.assert_refused('"words are heard" exists; it is no longer planned', self.make())


if __name__ == "__main__":
    unittest.main()
