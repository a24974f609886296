"""Reads {"schema": name, "record": text} a line on stdin; prints "good" or "bad" for each, as docs/schemas have it.

The validator is Debian's python3-jsonschema, which we did not write. Argument: the folder of the schemas.
"""
import json
import pathlib
import sys

import jsonschema

folder = pathlib.Path(sys.argv[1])
schemas = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.schema.json")}
store = {schema["$id"]: schema for schema in schemas.values()}
validators = {}
for name, schema in schemas.items():
    jsonschema.Draft202012Validator.check_schema(schema)
    resolver = jsonschema.RefResolver(schema["$id"], schema, store=store)
    validators[name] = jsonschema.Draft202012Validator(schema, resolver=resolver)
for line in sys.stdin:
    case = json.loads(line)
    print("good" if validators[case["schema"]].is_valid(json.loads(case["record"])) else "bad")
