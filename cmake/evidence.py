#!/usr/bin/python3
"""Makes docs/accessibility.md from its table, docs/accessibility.toml, and the results of the tests that it names.

    evidence.py --run BIN          runs those tests in the programs of BIN, writes the page; ./dev evidence
    evidence.py --results XML...   the same from doctest's own reports (--reporters=xml), named <program>.xml
    evidence.py --check            is the page what the table says? Counts are taken from the page itself

Refuses a claim without a test, a test that does not exist, was left out or failed, and a promise that is kept by now."""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import tomllib
import xml.etree.ElementTree as xml
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TABLE = "docs/accessibility.toml"
PAGE = "docs/accessibility.md"
# what may be said of a criterion: how the page writes it, and whether a test has to show it
STATUS = {"supported": ("**Supported**", True), "partly": ("**Partly**", True), "not yet": ("Not yet", False),
          "not supported": ("Not supported", False), "at the site": ("At the site", False),
          "not applicable": ("Not applicable", False)}
CASE = re.compile(r'\bTEST_CASE\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+)')
COUNT = re.compile(r"^\| <a id=\"[^\"]*\"></a>([\w-]+) \|.*\| (\d+) checks \|$", re.MULTILINE)


class Refused(Exception):
    pass


@dataclass
class Proof:
    key: str
    says: str
    tests: list[tuple[str, str]]  # folder of tests/, name of the case
    is_planned: bool


@dataclass
class Row:
    criterion: str
    status: str
    how: str
    proofs: list[str]


@dataclass
class Standard:
    name: str
    about: str
    rows: list[Row]


def read_table(root: Path) -> tuple[str, list[Standard], dict[str, Proof]]:
    table = tomllib.loads((root / TABLE).read_text())
    proofs = {}
    for key, proof in table["proof"].items():
        tests = [tuple(part.strip() for part in test.split(":", 1)) for test in proof["tests"]]
        proofs[key] = Proof(key, proof["says"], tests, proof.get("planned", False))
    standards = [Standard(each["name"], each["about"], [Row(row[0], row[1], row[2], row[3:]) for row in each["rows"]])
                 for each in table["standard"]]
    return table["about"], standards, proofs


def existing_tests(root: Path) -> set[tuple[str, str]]:
    found = set()
    for path in (root / "tests").rglob("*.cpp"):
        for case in CASE.finditer(path.read_text()):
            name = "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', case[1]))
            found.add((path.relative_to(root / "tests").parts[0], name.replace('\\"', '"')))
    return found


def complaints(standards: list[Standard], proofs: dict[str, Proof], existing: set[tuple[str, str]]) -> list[str]:
    wrong, used = [], set()
    for row in (row for standard in standards for row in standard.rows):
        used.update(row.proofs)
        if row.status not in STATUS:
            wrong.append(f'{row.criterion}: "{row.status}" is none of {", ".join(STATUS)}')
            continue
        if unknown := [key for key in row.proofs if key not in proofs]:
            wrong.append(f"{row.criterion}: no proof is called {', '.join(unknown)}")
            continue
        if STATUS[row.status][1] and not any(not proofs[key].is_planned for key in row.proofs):
            wrong.append(f"{row.criterion}: is said to be {row.status}, and no test shows it")
        if row.status == "supported" and any(proofs[key].is_planned for key in row.proofs):
            wrong.append(f"{row.criterion}: is said to be supported, and one of its tests is only planned")
        if not row.how:
            wrong.append(f"{row.criterion}: say how, or what is missing")
    for proof in proofs.values():
        if proof.key not in used:
            wrong.append(f"proof {proof.key}: no criterion uses it")
        for test in proof.tests:
            if proof.is_planned and test in existing:
                wrong.append(f'proof {proof.key}: {test[0]}: "{test[1]}" exists; it is no longer planned')
            if not proof.is_planned and test not in existing:
                wrong.append(f'proof {proof.key}: tests/{test[0]} has no test case "{test[1]}"')
    return wrong


def read_results(reports: list[Path]) -> dict[tuple[str, str], tuple[bool, int]]:
    """Of each case that ran: whether it passed, and how many checks it made."""
    results = {}
    for report in reports:
        folder = report.stem.removeprefix("test-")
        try:
            cases = xml.parse(report).iter("TestCase")
        except xml.ParseError as error:
            raise Refused(f"{report.name}: the report is cut short, as by a crash ({error})") from error
        for case in cases:
            asserts = case.find("OverallResultsAsserts")
            if asserts is None:
                continue
            has_passed = asserts.get("test_case_success") == "true" and asserts.get("failures") == "0"
            results[folder, case.get("name")] = (has_passed, int(asserts.get("successes")))
    return results


def counts_from(proofs: dict[str, Proof], results: dict[tuple[str, str], tuple[bool, int]]) -> dict[str, int]:
    """Checks of each proof."""
    counts, wrong = {}, []
    for proof in proofs.values():
        if proof.is_planned:
            continue
        for test in proof.tests:
            has_passed, checks = results.get(test, (None, 0))
            if has_passed is None:
                wrong.append(f'proof {proof.key}: {test[0]}: "{test[1]}" did not run')
            elif not has_passed:
                wrong.append(f'proof {proof.key}: {test[0]}: "{test[1]}" failed')
            elif checks == 0:
                wrong.append(f'proof {proof.key}: {test[0]}: "{test[1]}" checked nothing')
            counts[proof.key] = counts.get(proof.key, 0) + checks
    if wrong:
        raise Refused("\n".join(wrong))
    return counts


def run_tests(root: Path, programs: Path, proofs: dict[str, Proof], into: Path) -> list[Path]:
    wanted: dict[str, list[str]] = {}
    for proof in proofs.values():
        for folder, name in () if proof.is_planned else proof.tests:
            wanted.setdefault(folder, []).append(name.replace(",", "?"))  # a comma would begin another filter
    environment = os.environ | {
        "KIOSK_BIN": str(programs), "KIOSK_SOURCE": str(root), "KIOSK_RELEASE_BIN": str(root / "build/release/bin"),
        "LSAN_OPTIONS": f"suppressions={root / 'tests/support/leaks.supp'}:print_suppressions=0"}
    reports = []
    for folder, names in sorted(wanted.items()):
        print(f"evidence: {len(names)} of test-{folder}", flush=True)
        report = into / f"test-{folder}.xml"
        with report.open("wb") as out:
            done = subprocess.run([programs / f"test-{folder}", "--reporters=xml", f"--test-case={','.join(names)}"],
                                  stdout=out, cwd=root, env=environment, check=False)
        if done.returncode < 0:
            raise Refused(f"test-{folder} was ended by signal {-done.returncode}")
        reports.append(report)
    return reports


def page(about: str, standards: list[Standard], proofs: dict[str, Proof], counts: dict[str, int]) -> str:
    lines = ["# Accessibility", "", f"<!-- Made by ./dev evidence from {TABLE}: change that file. -->", "",
             about.strip(), "", "| | " + " | ".join(words.strip("*") for words, _ in STATUS.values()) + " |",
             "|---|" + "---:|" * len(STATUS)]
    for standard in standards:
        tally = Counter(row.status for row in standard.rows)
        lines.append(f"| {standard.name} | " + " | ".join(str(tally[status]) for status in STATUS) + " |")
    for standard in standards:
        lines += ["", f"## {standard.name}", "", standard.about.strip(), "",
                  "| criterion | | how, or what is missing | shown by |", "|---|---|---|---|"]
        for row in standard.rows:
            shown = ", ".join(f"[{key}](#{key})" + (" (planned)" if proofs[key].is_planned else "")
                              for key in row.proofs)
            lines.append(f"| {row.criterion} | {STATUS[row.status][0]} | {row.how} | {shown} |")
    lines += ["", "## The tests", "", "A name before the colon is a folder of `tests/`.", "",
              "| | what it shows | test cases | passed |", "|---|---|---|---:|"]
    for proof in proofs.values():
        cases = "<br>".join(f"{folder}: {name}" for folder, name in proof.tests)
        passed = "planned" if proof.is_planned else f"{counts[proof.key]} checks"
        lines.append(f'| <a id="{proof.key}"></a>{proof.key} | {proof.says} | {cases} | {passed} |')
    return "\n".join(lines) + "\n"


def check(root: Path) -> None:
    about, standards, proofs = read_table(root)
    if wrong := complaints(standards, proofs, existing_tests(root)):
        raise Refused("\n".join(wrong))
    written = (root / PAGE).read_text() if (root / PAGE).exists() else ""
    counts = {key: int(count) for key, count in COUNT.findall(written)}
    if missing := [proof.key for proof in proofs.values() if not proof.is_planned and proof.key not in counts]:
        raise Refused(f"{PAGE} has no result of {', '.join(missing)}; make it again: ./dev evidence")
    if page(about, standards, proofs, counts) != written:
        raise Refused(f"{PAGE} is not what {TABLE} says; make it again: ./dev evidence")


def write(root: Path, reports: list[Path] | None, programs: Path | None) -> None:
    about, standards, proofs = read_table(root)
    if wrong := complaints(standards, proofs, existing_tests(root)):
        raise Refused("\n".join(wrong))
    with tempfile.TemporaryDirectory() as folder:
        results = read_results(reports or run_tests(root, programs.resolve(), proofs, Path(folder)))
    (root / PAGE).write_text(page(about, standards, proofs, counts_from(proofs, results)))
    print(f"evidence: {PAGE} is made from {sum(not proof.is_planned for proof in proofs.values())} proofs")


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    way = arguments.add_mutually_exclusive_group(required=True)
    way.add_argument("--run", type=Path, metavar="BIN")
    way.add_argument("--results", type=Path, nargs="+", metavar="XML")
    way.add_argument("--check", action="store_true")
    arguments.add_argument("--root", type=Path, default=ROOT)
    given = arguments.parse_args()
    try:
        if given.check:
            check(given.root)
        else:
            write(given.root, given.results, given.run)
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
