"""What must hold of every input: a valid document that shows what was typed, or faults with places."""

from __future__ import annotations

import importlib.util
import io
import re
import traceback
import zipfile
from functools import lru_cache
from pathlib import Path
from typing import Any

import docx
from fuzz_strategies import Case
from lxml import etree

from docgen import pipeline, view
from docgen.diagnostics import Diagnostic, DocgenError, Severity

SHARED = Path(__file__).resolve().parents[3] / "shared"
HAS_SCHEMAS = (SHARED / "tools" / "validate_docx.py").is_file() and (SHARED / "ooxml-xsd").is_dir()
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@lru_cache(maxsize=1)
def _validator() -> Any:
    spec = importlib.util.spec_from_file_location("validate_docx", SHARED / "tools" / "validate_docx.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module, module.Schemas(SHARED / "ooxml-xsd"), set()


def judge(case: Case, folder: Path) -> tuple[str, list[str]]:
    """Builds `case` in `folder`: "built" or "refused", and what is wrong with that outcome."""
    write(case, folder)
    data = folder / "bao-cao.yaml"
    try:
        built = pipeline.build(data)
    except DocgenError as fault:
        return "refused", _faults(fault.diagnostics, case, folder)
    except RecursionError:
        return "refused", ["RecursionError"]
    except Exception as fault:  # what the judge is for: any other exception is a crash
        where = traceback.extract_tb(fault.__traceback__)[-1]
        return "refused", [
            f"{type(fault).__name__} at {Path(where.filename).name}:{where.lineno}: {str(fault)[:100]}"
        ]
    return "built", [*_invalid(built.docx), *_lost(built.docx, case.words)]


def write(case: Case, folder: Path) -> None:
    """Puts the files of `case` into `folder`."""
    for name, text in case.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8", "surrogatepass"))


def _faults(found: tuple[Diagnostic, ...], case: Case, folder: Path) -> list[str]:
    """Refusals that tell no error, or no place that exists."""
    problems = []
    if not any(finding.severity is Severity.ERROR for finding in found):
        problems.append("refused without an error")
    for finding in found:
        place = finding.location
        if not finding.message or not finding.code:
            problems.append(f"no message or code: {finding}")
        if not place.path and finding.severity is Severity.ERROR:
            problems.append(f"no place: {finding.code}")
        text = case.files.get(place.path.removeprefix(f"{folder}/"))
        if text is not None and place.line is not None:
            rows = len(re.split("\r\n|\r|\n|\x85|\u2028|\u2029", text))
            if not 1 <= place.line <= rows + 1:
                problems.append(f"line {place.line} of {rows}: {finding.code}")
    return problems


def _invalid(data: bytes) -> list[str]:
    problems = []
    if HAS_SCHEMAS:
        tool, schemas, seen = _validator()
        out = tool.Findings()
        parts = tool.check_container(io.BytesIO(data), out)
        trees = tool.check_xml(parts, out)
        types, main = tool.check_opc(parts, trees, out, False)
        fresh = {name: tree for name, tree in trees.items() if (name, hash(parts[name])) not in seen}
        seen.update((name, hash(parts[name])) for name in fresh if name != main)
        tool.check_xsd(fresh, types, schemas, out)
        tool.check_rules(trees, types, main, out)
        problems += [f"{f['layer']} {f['part']}: {f['message'][:200]}" for f in out if f["level"] == "error"]
    try:
        docx.Document(io.BytesIO(data))
        view.read(data)
    except Exception as fault:  # any exception here means that the document does not reopen
        problems.append(f"does not reopen: {type(fault).__name__} {fault}")
    return problems


def _lost(data: bytes, words: tuple[str, ...]) -> list[str]:
    """Words that were typed and are not in the text of the document."""
    texts = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.startswith("word/") and name.endswith(".xml"):
                root = etree.fromstring(archive.read(name))
                texts += ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in root.iter(f"{W}p")]
    text = "\n".join(texts)
    return [f"lost: {word}" for word in words if word not in text]
