#!/usr/bin/python3
"""Each rule of cmake/lint is shown to catch what it is there for: a violation is planted in a small house of its own."""

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

LINT = Path(__file__).resolve().parents[2] / "cmake/lint"
sys.path.insert(0, str(LINT))
sys.dont_write_bytecode = True

import arrows  # noqa: E402
import built  # noqa: E402
import marks  # noqa: E402
import messages  # noqa: E402

CATALOG = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n\nmsgid "title_home"\nmsgstr "Welcome"\n\n' \
          'msgid "need_quiet"\nmsgstr ""\n"A quiet "\n"room"\n'


class House(unittest.TestCase):
    """A house of a few files in which every rule holds."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name).resolve()
        self.write("base/clock.cpp", '#include "base/clock.hpp"\n#include <chrono>\n#include <sys/stat.h>\n')
        self.write("crypto/age.cpp", '#include "base/clock.hpp"\n#include <sodium.h>\n')
        self.write("storage/store.cpp", '#include "crypto/age.hpp"\n#include <sqlite3.h>\n')
        self.write("ui/canvas.cpp", '#include "base/clock.hpp"\n#include <imgui.h>\n#include <unicode/msgfmt.h>\n')
        self.write("kiosk/screens/home.cpp", '#include "ui/canvas.hpp"\n#include <zstd.h>\nwords("title_home");\n'
                                             'words(("need_" + name).c_str());\n')
        self.write("tests/ui/canvas_test.cpp", '#include <doctest/doctest.h>\n#include <imgui.h>\n')
        self.write("assets/strings/en.po", CATALOG)
        self.write("assets/strings/es.po", CATALOG.replace("Welcome", "Hola"))

    def write(self, path: str, text: str):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def commands(self, without: str = "") -> Path:
        """A compile_commands.json of the house; `without` is not in it."""
        files = [path for path in self.root.rglob("*.cpp") if path.name != without]
        self.write("build/compile_commands.json", json.dumps([{"file": str(file)} for file in files]))
        return self.root / "build/compile_commands.json"


class Arrows(House):
    def test_a_house_that_keeps_to_its_arrows_passes(self):
        self.assertEqual(arrows.check(self.root), [])

    def test_every_arrow_that_does_not_exist_is_refused(self):
        for folder in ("base", "crypto", "storage", "ui", "kiosk"):
            for other in (*arrows.FOLDERS, "assets"):
                if other == folder or other in arrows.ARROWS[folder]:
                    continue
                with self.subTest(f"{folder} includes {other}"):
                    self.write(f"{folder}/planted.hpp", f'#pragma once\n#include "{other}/thing.hpp"\n')
                    self.assertEqual(arrows.check(self.root),
                                     [f"{folder}/planted.hpp:2: {folder}/ may not include {other}/"])
                    (self.root / folder / "planted.hpp").unlink()

    def test_the_arrows_are_those_of_the_design(self):
        forbidden = {("base", "crypto"), ("base", "storage"), ("base", "ui"), ("base", "kiosk"), ("crypto", "storage"),
                     ("crypto", "ui"), ("crypto", "kiosk"), ("storage", "ui"), ("storage", "kiosk"), ("ui", "crypto"),
                     ("ui", "storage"), ("ui", "kiosk")}
        folders = [folder for folder in arrows.FOLDERS if folder != "tests"]
        self.assertEqual({(a, b) for a in folders for b in folders if a != b and b not in arrows.ARROWS[a]}, forbidden)

    def test_every_third_party_header_is_refused_outside_its_folders(self):
        headers = {"imgui.h": "ui", "imgui_internal.h": "ui", "SDL.h": "ui", "pango/pangocairo.h": "ui", "cairo.h": "ui",
                   "fontconfig/fontconfig.h": "ui", "espeak-ng/speak_lib.h": "ui", "sqlite3.h": "storage",
                   "sodium.h": "crypto", "zstd.h": "kiosk", "nlohmann/json.hpp": "kiosk", "toml++/toml.h": "kiosk",
                   "CLI/CLI.hpp": "kiosk", "qrencode.h": "kiosk", "curl/curl.h": "kiosk", "libpq-fe.h": "kiosk",
                   "doctest/doctest.h": "tests"}
        for header, home in headers.items():
            for folder in ("base", "crypto", "storage", "ui", "kiosk"):
                with self.subTest(f"{folder} includes {header}"):
                    self.write(f"{folder}/planted.cpp", f"  #  include <{header}> // why not\n")
                    found = arrows.check(self.root)
                    (self.root / folder / "planted.cpp").unlink()
                    if folder == home:
                        self.assertEqual(found, [])
                    else:
                        self.assertEqual(len(found), 1)
                        self.assertIn(f"{folder}/planted.cpp:1: {folder}/ may not include <{header}>", found[0])

    def test_an_unknown_library_and_an_include_without_its_folder_are_refused(self):
        self.write("kiosk/planted.cpp", '#include <boost/asio.hpp>\n#include "home.hpp"\n')
        found = arrows.check(self.root)
        self.assertEqual(len(found), 2)
        self.assertIn("<boost/asio.hpp> is in no list", found[0])
        self.assertIn('"home.hpp" is none of our folders', found[1])


class Messages(House):
    def test_a_house_with_all_its_words_passes(self):
        self.assertEqual(messages.check(self.root), [])

    def test_an_id_without_words_is_named_for_each_catalog(self):
        self.write("ui/planted.cpp", '\nsay("note_planted");\n')
        self.assertEqual(messages.check(self.root),
                         [f'ui/planted.cpp:2: message "note_planted" is missing in assets/strings/{language}.po'
                          for language in ("en", "es")])

    def test_a_family_of_ids_without_any_message_is_refused(self):
        self.write("ui/planted.cpp", 'words("kind_" + name);\n')
        self.assertIn('no message of assets/strings/en.po begins with "kind_"', messages.check(self.root)[0])

    def test_a_message_with_no_words_is_refused(self):
        self.write("assets/strings/es.po", CATALOG.replace("Welcome", ""))
        self.assertEqual(messages.check(self.root), ['assets/strings/es.po: message "title_home" has no words'])

    def test_a_message_that_one_language_lacks_is_refused(self):
        self.write("assets/strings/en.po", CATALOG + '\nmsgid "need_snack"\nmsgstr "A snack"\n')
        self.assertEqual(messages.check(self.root),
                         ['assets/strings/es.po: message "need_snack" stands in another catalog and is missing here'])

    def test_a_message_that_no_code_uses_is_refused(self):
        for language in ("en", "es"):
            self.write(f"assets/strings/{language}.po", CATALOG + '\nmsgid "note_old"\nmsgstr "Old"\n')
        self.assertEqual(messages.check(self.root), ['assets/strings: message "note_old" is used by no code'])


class MarksAndBuild(House):
    def test_a_finished_house_passes(self):
        self.assertEqual(marks.check(self.root), [])
        self.assertEqual(built.check(self.root, self.commands()), [])

    def test_unfinished_work_is_refused(self):
        for mark in ("TO" + "DO", "FIX" + "ME"):
            self.write("base/clock.cpp", f"int a;\nint b; // {mark}: later\n")
            self.assertIn(f"base/clock.cpp:2: {mark} marks unfinished work", marks.check(self.root)[0])

    def test_a_path_of_one_machine_is_refused(self):
        self.write("tests/ui/canvas_test.cpp", 'open("/ho' + 'me/someone/roster.csv");\n')
        self.assertEqual(marks.check(self.root), ["tests/ui/canvas_test.cpp:1: a path of one machine"])

    def test_a_long_file_is_named_and_not_refused(self):
        self.write("base/clock.cpp", "int a;\n" * 301)
        self.assertEqual(marks.check(self.root), [])
        self.assertEqual(marks.long_files(self.root), ["base/clock.cpp: 301 lines; over 300 it asks to be two"])

    def test_a_test_file_that_nobody_builds_is_refused(self):
        found = built.check(self.root, self.commands(without="canvas_test.cpp"))
        self.assertEqual(len(found), 1)
        self.assertIn("tests/ui/canvas_test.cpp: is not built", found[0])

    def test_the_program_exits_with_failure_and_names_the_line(self):
        self.write("base/planted.cpp", "#include <imgui.h>\n")
        done = subprocess.run([sys.executable, "-B", LINT / "rules.py", self.commands(), self.root],
                              capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn("base/planted.cpp:1: base/ may not include <imgui.h>, only ui/", done.stderr)
        (self.root / "base/planted.cpp").unlink()
        done = subprocess.run([sys.executable, "-B", LINT / "rules.py", self.commands(), self.root],
                              capture_output=True, text=True, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, ""))


if __name__ == "__main__":
    unittest.main()
