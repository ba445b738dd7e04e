"""Runs in Pyodide while the page is made: /source becomes /engine.zip, modules compiled."""

import py_compile
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

SOURCE = Path("/source")
EPOCH = (1980, 1, 1, 0, 0, 0)  # the same files make the same zip


def content(path):
    if path.suffix != ".py":
        return path.read_bytes()
    compiled = py_compile.compile(
        str(path),
        "/compiled",
        dfile=str(path.relative_to(SOURCE)),
        doraise=True,
        invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
    )
    return Path(compiled).read_bytes()


with ZipFile("/engine.zip", "w") as archive:
    for path in sorted(SOURCE.rglob("*")):
        if path.is_file():
            name = str(path.relative_to(SOURCE)) + ("c" if path.suffix == ".py" else "")
            archive.writestr(ZipInfo(name, EPOCH), content(path), ZIP_DEFLATED, 9)
