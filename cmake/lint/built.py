"""Every .cpp file is part of the build: a test that nobody compiles passes for ever."""

import json
from pathlib import Path

from sources import code_files


def check(root: Path, compile_commands: Path) -> list[str]:
    built = {Path(command["file"]).resolve() for command in json.loads(compile_commands.read_text())}
    return [f"{path}: is not built; put it where tests/CMakeLists.txt or cmake/house.cmake finds it"
            for path in code_files(root, endings=(".cpp",)) if (root / path).resolve() not in built]
