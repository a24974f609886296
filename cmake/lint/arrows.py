"""The arrows of the house: which folder may include what (DESIGN section 3). Includes that point elsewhere are refused."""

import re
from fnmatch import fnmatch
from pathlib import Path

from sources import FOLDERS, code_files

# folder: our folders it may include, besides itself
ARROWS = {
    "base": set(),
    "crypto": {"base"},
    "storage": {"base", "crypto"},
    "ui": {"base"},
    "kiosk": {"base", "crypto", "storage", "ui"},
    "tests": {"base", "crypto", "storage", "ui", "kiosk", "cmake"},
}

# third-party headers: the folders that may include them; tests may include all
THIRD_PARTY = {
    ("imgui*.h", "SDL*", "SDL2/*"): {"ui"},
    ("pango/*", "cairo*", "cairo/*", "fontconfig/*", "ft2build.h", "freetype/*", "glib*", "hb*.h"): {"ui"},
    ("espeak-ng/*", "sonic.h"): {"ui"},
    ("sqlite3.h",): {"storage"},
    ("sodium.h", "sodium/*"): {"crypto"},
    ("unicode/*",): {"ui", "kiosk"},
    ("zstd.h", "nlohmann/*", "toml++/*", "CLI/*", "fmt/*", "qrencode.h"): {"kiosk"},
    ("curl/*", "libpq-fe.h", "cups/*"): {"kiosk"},
    ("doctest/*",): set(),
}

# C and POSIX; a header of the C++ library has neither dot nor slash
SYSTEM = ("sys/*", "linux/*", "netinet/*", "arpa/*", "net/*", "bits/*", "unistd.h", "fcntl.h", "errno.h", "poll.h",
          "signal.h", "termios.h", "dirent.h", "malloc.h", "spawn.h", "pwd.h", "grp.h", "sched.h", "dlfcn.h", "pthread.h", "time.h",
          "stdlib.h", "string.h", "stdio.h", "stdint.h", "langinfo.h", "locale.h", "elf.h", "link.h", "ucontext.h")

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def complaint(folder: str, name: str, is_quoted: bool) -> str | None:
    """What is wrong with an include of `name` in a file of `folder`; None if nothing."""
    first = name.split("/")[0]
    if "/" in name and (first in FOLDERS or first in ("assets", "cmake")):
        if first == folder or first in ARROWS[folder]:
            return None
        return f"{folder}/ may not include {first}/"
    if is_quoted:
        return f'"{name}" is none of our folders: write "folder/file.hpp", or <…> for a library'
    if ("." not in name and "/" not in name) or any(fnmatch(name, system) for system in SYSTEM):
        return None
    for patterns, allowed in THIRD_PARTY.items():
        if any(fnmatch(name, pattern) for pattern in patterns):
            if folder == "tests" or folder in allowed:
                return None
            return f"{folder}/ may not include <{name}>" + (f", only {', '.join(sorted(allowed))}/" if allowed else "")
    return f"<{name}> is in no list of cmake/lint/arrows.py: say there which folder may include it"


def check(root: Path) -> list[str]:
    wrong = []
    for path in code_files(root):
        for number, line in enumerate((root / path).read_text().splitlines(), 1):
            include = INCLUDE.match(line)
            if include and (said := complaint(path.parts[0], include[2], include[1] == '"')):
                wrong.append(f"{path}:{number}: {said}")
    return wrong
