#!/usr/bin/python3
"""The table of ./dev strings over a small folder of catalogs."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

STRINGS = Path(__file__).resolve().parents[2] / "cmake/strings.py"


def catalog(language: str, reviewed: str, **messages: str) -> str:
    entries = "".join(f'\nmsgid "{id}"\nmsgstr "{words}"\n' for id, words in messages.items())
    return f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"X-Reviewed: {reviewed}\\n"\n{entries}'


class Table(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        (self.root / "assets/strings").mkdir(parents=True)
        (self.root / "kiosk/state").mkdir(parents=True)
        self.settings = self.root / "kiosk/state/settings.hpp"
        self.settings.write_text('    std::vector<std::string> languages{"en", "ht"};\n')
        for language, reviewed, messages in (
                ("en", "yes", {"language_own_name": "English", "title_home": "Welcome", "note_new": "New"}),
                ("es", "no", {"language_own_name": "Español", "title_home": "Hola", "note_new": "Nuevo"}),
                ("ht", "no", {"language_own_name": "Kreyòl", "title_home": ""})):
            (self.root / f"assets/strings/{language}.po").write_text(catalog(language, reviewed, **messages))

    def run_strings(self, *arguments: str) -> subprocess.CompletedProcess:
        return subprocess.run([sys.executable, "-B", STRINGS, *arguments, self.root], capture_output=True, text=True,
                              check=False)

    def test_each_language_has_its_line(self):
        lines = [line.split("  ") for line in self.run_strings().stdout.splitlines()]
        cells = [[cell.strip() for cell in line if cell.strip()] for line in lines]
        self.assertEqual(cells[1:], [["en", "English", "reviewed", "3 / 3", "by default"],
                                     ["es", "Español", "nobody yet: draft", "3 / 3", "if kiosk.toml asks"],
                                     ["ht", "Kreyòl", "nobody yet: draft", "1 / 3", "by default"]])

    def test_what_is_missing_is_named_when_asked(self):
        self.assertNotIn("title_home", self.run_strings().stdout)
        self.assertTrue(self.run_strings("-v").stdout.endswith("missing in ht:\n    title_home\n    note_new\n"))

    def test_settings_that_moved_are_told(self):
        self.settings.write_text("\n")
        done = self.run_strings()
        self.assertEqual(done.returncode, 1)
        self.assertIn("kiosk/state/settings.hpp no longer says the default", done.stderr)


if __name__ == "__main__":
    unittest.main()
