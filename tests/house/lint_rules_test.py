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
import audit_events  # noqa: E402
import built  # noqa: E402
import marks  # noqa: E402
import messages  # noqa: E402

CATALOG = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"X-Reviewed: yes\\n"\n\n' \
          'msgid "language_own_name"\nmsgstr "English"\n\nmsgid "title_home"\nmsgstr "Welcome"\n\n' \
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
                                             'words("language_own_name");\nwords(("need_" + name).c_str());\n')
        self.write("tests/ui/canvas_test.cpp", '#include <doctest/doctest.h>\n#include <imgui.h>\n')
        self.write("assets/strings/en.po", CATALOG)
        self.write("assets/strings/es.po", self.spanish())

    @staticmethod
    def spanish() -> str:
        return CATALOG.replace("Welcome", "Hola").replace("Language: en", "Language: es").replace("English", "Español")

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
        self.write("assets/strings/es.po", self.spanish().replace("Hola", ""))
        self.assertEqual(messages.check(self.root), ['assets/strings/es.po: message "title_home" has no words'])

    def test_a_message_that_one_language_lacks_is_refused(self):
        self.write("assets/strings/en.po", CATALOG + '\nmsgid "need_snack"\nmsgstr "A snack"\n')
        self.assertEqual(messages.check(self.root),
                         ['assets/strings/es.po: message "need_snack" stands in another catalog and is missing here'])

    def test_a_message_that_no_code_uses_is_refused(self):
        for language, catalog in (("en", CATALOG), ("es", self.spanish())):
            self.write(f"assets/strings/{language}.po", catalog + '\nmsgid "note_old"\nmsgstr "Old"\n')
        self.assertEqual(messages.check(self.root), ['assets/strings: message "note_old" is used by no code'])

    def test_a_house_without_a_catalog_that_is_owed_is_refused(self):
        (self.root / "assets/strings/es.po").unlink()
        self.assertEqual(messages.check(self.root), ["assets/strings/es.po: words are owed in this language"])


class Drafts(House):
    """A third language: may lack messages, and what it has fits the English pattern."""

    HEAD = 'msgid ""\nmsgstr ""\n"Language: pl\\n"\n"X-Reviewed: no\\n"\n\n' \
           'msgid "language_own_name"\nmsgstr "Polski"\n'
    COUNTED = "{count, plural, one {# *day* at {time, time, ::jmm}} other {# *days* at {time, time, ::jmm}}}"

    def setUp(self):
        super().setUp()
        self.write("ui/counted.cpp", 'say("note_days");\n')
        for language, catalog in (("en", CATALOG), ("es", self.spanish())):
            self.write(f"assets/strings/{language}.po", f'{catalog}\nmsgid "note_days"\nmsgstr "{self.COUNTED}"\n')

    def draft(self, id: str, words: str, head: str = HEAD) -> list[str]:
        self.write("assets/strings/pl.po", f'{head}\nmsgid "{id}"\nmsgstr "{words}"\n')
        return messages.check(self.root)

    def test_a_draft_may_lack_messages_and_count_in_its_own_way(self):
        self.assertEqual(self.draft("title_home", "Witamy"), [])
        self.assertEqual(self.draft("title_home", ""), [])
        polish = "{count, plural, one {# *a* {time, time, ::jmm}} few {# *b* {time, time, ::jmm}} " \
                 "many {# *c* {time, time, ::jmm}} other {# *d* {time, time, ::jmm}}}"
        self.assertEqual(self.draft("note_days", polish), [])
        self.assertEqual(self.draft("note_days", "{count} *d* {time, time, ::jmm}, to n'est pas"), [])

    def test_a_message_that_english_lacks_is_refused(self):
        self.assertEqual(self.draft("title_mine", "Moje"),
                         ['assets/strings/pl.po: message "title_mine" is none of the English ones'])

    def test_a_message_that_does_not_fit_the_english_pattern_is_refused(self):
        wrong = {"*dni* {time, time, ::jmm}": "has the places {time, time}; English has {count, plural} {time, time}",
                 "{count} *d* {czas, time, ::jmm}": "has the places {count} {czas, time}",
                 "{count} *d* {time}": "has the places {count} {time}",
                 "{count} d {time, time, ::jmm}": "has [0] bold marks; English has [2]",
                 "{count} *d {time, time, ::jmm}": "begins bold and does not end it",
                 "{count, plural, one {# *d* {time, time, ::jmm}}}": "{count} has no branch other",
                 "{count, plural, 1 {*d*} other {*d* {time, time, ::jmm}}}": "a branch that no language counts by: 1",
                 "{count, plural, other {*d* {time, time, ::jmm}}": "is no ICU pattern: a { has no }",
                 "{count} *d* {time, time, ::jmm} }": "is no ICU pattern: a } has no {",
                 "{count} *d* '{time, time, ::jmm}'": "has the places {count};"}
        for words, said in wrong.items():
            with self.subTest(words):
                found = self.draft("note_days", words)
                self.assertTrue(found and all('assets/strings/pl.po: message "note_days"' in line for line in found))
                self.assertIn(said, "\n".join(found))

    def test_a_branch_that_english_does_not_choose_is_refused(self):
        for language, catalog in (("en", CATALOG), ("es", self.spanish())):
            self.write(f"assets/strings/{language}.po",
                       f'{catalog}\nmsgid "note_days"\nmsgstr "{{who, select, you {{a}} other {{b}}}}"\n')
        self.assertEqual(self.draft("note_days", "{who, select, you {a} other {b}}"), [])
        self.assertIn("{who} chooses among other ty; English does among other you",
                      self.draft("note_days", "{who, select, ty {a} other {b}}")[0])

    def test_a_catalog_says_its_language_its_name_and_whether_a_native_reader_has_read_it(self):
        for taken, said in (('"X-Reviewed: no\\n"\n', "its head must say"), ("Language: pl", 'its head says "Language: "'),
                            ("Polski", 'message "language_own_name" is missing')):
            with self.subTest(said):
                found = self.draft("title_home", "Witamy", self.HEAD.replace(taken, ""))
                self.assertEqual(len(found), 1)
                self.assertIn(f"assets/strings/pl.po: {said}", found[0])


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


class AuditEvents(House):
    def setUp(self):
        super().setUp()
        self.write("storage/audit_events.hpp", '        {"batch_lost", delivery, by_kiosk, "seq", "A file was gone."},\n'
                                               '        {"visit_called", arrivals, by_staff,\n         "by wait", "X."},\n')
        self.write("storage/store.cpp", 'append_audit("batch_lost", {{"seq", seq}});\n')
        self.write("kiosk/desk.cpp", 'append_audit("visit_called",\n  {{"by", by(1, "x")}, { "wait", is_long ? 1 : 2 }});\n')

    def test_events_with_the_fields_of_the_catalogue_pass(self):
        self.assertEqual(audit_events.check(self.root), [])

    def test_a_field_that_is_left_out_renamed_or_moved_is_named(self):
        for fields in ("{}", '{{"by", 1}}', '{{"by", 1}, {"waited", 2}}', '{{"wait", 2}, {"by", 1}}'):
            self.write("kiosk/desk.cpp", f'append_audit("visit_called", {fields});\n')
            found = audit_events.check(self.root)
            self.assertEqual(len(found), 1, fields)
            self.assertIn('kiosk/desk.cpp:1: audit event "visit_called" has the fields', found[0])

    def test_an_event_that_nothing_writes_is_named(self):
        self.write("kiosk/desk.cpp", "\n")
        self.assertEqual(audit_events.check(self.root),
                         ['storage/audit_events.hpp: audit event "visit_called" is written by no code'])
        self.write("kiosk/desk.cpp", 'write(AuditEvent("visit_called"));\n')
        self.assertEqual(audit_events.check(self.root), [])


if __name__ == "__main__":
    unittest.main()
