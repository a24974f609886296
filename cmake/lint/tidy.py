#!/usr/bin/python3
"""clang-tidy over files that changed since they were last clean. `tidy.py COMPILE_COMMANDS [FILE...]`; ./dev lint."""

import hashlib
import json
import os
import re
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from sources import code_files

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = ("base", "crypto", "storage", "ui", "kiosk")
CACHE = ROOT / "build/lint"
GCC_ONLY = {"-fpch-preprocess", "-Winvalid-pch", "-Werror", "-fsanitize=address,undefined",
            "-fno-sanitize-recover=undefined"}
OURS = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.MULTILINE)


def fingerprint(path: Path, flags: str) -> str:
    """Of a file, all headers of ours that it reaches, its flags and the chosen checks."""
    reached, waiting = set(), [path]
    digest = hashlib.sha256((flags + (ROOT / ".clang-tidy").read_text()).encode())
    while waiting:
        file = waiting.pop()
        if file in reached or not (ROOT / file).is_file():
            continue
        reached.add(file)
        text = (ROOT / file).read_text()
        waiting += [Path(name) for name in OURS.findall(text)]
    for file in sorted(reached):
        digest.update(f"{file}\0".encode() + (ROOT / file).read_bytes())
    return digest.hexdigest()


def for_clang(command: dict) -> dict:
    """The same command without what only GCC knows, and with the precompiled header as a plain one."""
    arguments = []
    for argument in shlex.split(command["command"]):
        if argument.endswith("/cmake_pch.hxx"):
            argument = str(ROOT / "cmake/precompiled.hpp")
        if argument not in GCC_ONLY:
            arguments.append(argument)
    return {"directory": command["directory"], "file": command["file"], "arguments": arguments}


def main() -> int:
    if len(sys.argv) < 2:
        print(__doc__, file=sys.stderr)
        return 64
    wanted = {Path(name) for name in sys.argv[2:]} or set(code_files(ROOT, PRODUCT, (".cpp",)))
    commands = {}
    for command in json.loads(Path(sys.argv[1]).read_text()):
        file = Path(command["file"])
        if file.is_relative_to(ROOT) and file.relative_to(ROOT) in wanted:
            commands[file.relative_to(ROOT)] = for_clang(command)
    (CACHE / "clean").mkdir(parents=True, exist_ok=True)
    (CACHE / "compile_commands.json").write_text(json.dumps(list(commands.values())))

    def tidy(path: Path) -> bool:
        mark = CACHE / "clean" / fingerprint(path, " ".join(commands[path]["arguments"]))
        if mark.exists():
            return True
        done = subprocess.run(["clang-tidy", "--quiet", "-p", str(CACHE), str(ROOT / path)], capture_output=True,
                              text=True, check=False)
        if done.returncode == 0:
            mark.touch()
        else:
            print(done.stdout.replace(f"{ROOT}/", "") or done.stderr, flush=True)
        return done.returncode == 0

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(tidy, sorted(commands)))
    print(f"tidy: {results.count(False)} of {len(results)} files need work")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
