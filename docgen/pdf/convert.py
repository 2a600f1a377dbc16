"""Word files to PDF: many files a run, each worker with a profile of its own."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import TracebackType

from docgen import limits
from docgen.diagnostics import Diagnostic, Location, UnreadableError, error
from docgen.pdf.office import make_profile, needed_office, run_office
from docgen.values import Struct

_START_SECONDS = 30.0
_BATCH = 20  # files a run of LibreOffice: starting it costs 1 s, a file 0.2 s


class PdfOptions(Struct, frozen=True):
    """How the PDF is made: `archive` is PDF/A-2b (ISO 19005-2), `tagged` gives it a structure for screen
    readers (PDF/A-2b of LibreOffice has one anyway). Bookmarks of the headings are always there."""

    archive: bool = False
    tagged: bool = False

    @property
    def filter_name(self) -> str:
        """LibreOffice's export filter with these options."""
        values: dict[str, dict[str, str]] = {
            "ExportBookmarks": {"type": "boolean", "value": "true"},
            "UseTaggedPDF": {"type": "boolean", "value": str(self.tagged or self.archive).lower()},
        }
        if self.archive:
            values["SelectPdfVersion"] = {"type": "long", "value": "2"}
        return f"pdf:writer_pdf_Export:{json.dumps(values, separators=(',', ':'))}"


class Converted(Struct, frozen=True):
    """The PDF of one file, or why there is none."""

    source: str
    pdf: bytes = b""
    fault: Diagnostic | None = None


class Converter:
    """Turns Word files into PDF. Use as a context manager: its folder with copies and profiles goes with it.

    Raises UnreadableError, naming the fix, where LibreOffice is missing.
    """

    def __init__(
        self, options: PdfOptions = PdfOptions(), jobs: int = 1, seconds: float = limits.PDF_SECONDS
    ) -> None:
        self._office = needed_office()
        self._options = options
        self._jobs = max(1, jobs)
        self._seconds = seconds
        self._folder = Path(tempfile.mkdtemp(prefix="docgen-pdf-"))
        self._runs = 0

    def __enter__(self) -> Converter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)

    def convert(self, files: Sequence[tuple[str, bytes]]) -> Iterator[Converted]:
        """The PDF of each (name, bytes of a .docx), in order. A file that fails in company is tried once more
        alone, then reported; the others go on."""
        size = max(1, min(_BATCH, -(-len(files) // self._jobs)))
        batches = [files[at : at + size] for at in range(0, len(files), size)]
        with ThreadPoolExecutor(self._jobs) as pool:
            for done in pool.map(self._batch, batches):
                yield from done

    def one(self, name: str, docx: bytes) -> bytes:
        """The PDF of one file. Raises UnreadableError when there is none."""
        result = next(self.convert([(name, docx)]))
        if result.fault is not None:
            raise UnreadableError(result.fault)
        return result.pdf

    def _batch(self, files: Sequence[tuple[str, bytes]]) -> list[Converted]:
        usable = [(name, docx) for name, docx in files if docx.startswith(b"PK")]
        made, said = self._run([docx for _, docx in usable])
        results: dict[int, Converted] = {}
        for (name, docx), pdf in zip(usable, made, strict=True):
            reason = said
            if pdf is None and len(usable) > 1:
                (pdf,), reason = self._run([docx])
            fault = None if pdf is not None else _failed(name, reason, self._seconds)
            results[id(docx)] = Converted(name, pdf or b"", fault)
        # LibreOffice would make a PDF of any text file that is named .docx.
        return [
            results[id(docx)] if id(docx) in results else Converted(name, fault=_no_word_file(name))
            for name, docx in files
        ]

    def _run(self, files: Sequence[bytes]) -> tuple[list[bytes | None], str]:
        """The PDF of each file or None, and what LibreOffice said."""
        if not files:
            return [], ""
        folder = Path(tempfile.mkdtemp(dir=self._folder))
        make_profile(folder / "profile")
        inputs = []
        for number, docx in enumerate(files):
            path = folder / f"{number:04}.docx"  # names of clerks may clash or be too long
            path.write_bytes(docx)
            inputs.append(path)
        out = folder / "out"
        out.mkdir()
        seconds = _START_SECONDS + self._seconds * len(files)
        said = run_office(self._office, folder / "profile", self._options.filter_name, inputs, out, seconds)
        made = [_pdf(out / f"{path.stem}.pdf") for path in inputs]
        shutil.rmtree(folder, ignore_errors=True)
        return made, said


def _pdf(path: Path) -> bytes | None:
    """A finished PDF, None where there is none: a killed run leaves half a file."""
    data = path.read_bytes() if path.is_file() else b""
    return data if data.startswith(b"%PDF-") and b"%%EOF" in data[-1024:] else None


def _failed(name: str, said: str, seconds: float) -> Diagnostic:
    if said == "quá thời gian":
        return error(
            "pdf-qua-lau",
            f"LibreOffice không xong trong {seconds:.0f} giây",
            Location(name),
            hint="Bảng nhiều nghìn hàng: chia nhỏ, hoặc tăng --timeout",
        )
    reason = said.strip().splitlines()[-1] if said.strip() else "không nói lý do"
    return error(
        "pdf-khong-duoc",
        f"LibreOffice không tạo được PDF ({reason})",
        Location(name),
        hint="Mở tệp bằng Word hoặc LibreOffice xem có hỏng không; xem “docgen doctor”",
    )


def _no_word_file(name: str) -> Diagnostic:
    return error("docx", "tệp không phải là tệp Word .docx", Location(name))
