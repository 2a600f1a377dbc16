"""Makes docs/images/diff-html.png: the HTML page of `docgen diff` as headless Chromium shows it.

    python docs/make_diff_page.py

A sample report is built, changed in eight places with python-docx, compared and photographed.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import docx
from docx.document import Document
from docx.shared import Mm, Pt

from docgen import pipeline

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "images" / "diff-html.png"


def change(document: Document) -> None:
    """Changes such as a new template and a correcting clerk make."""
    body = [p for p in document.paragraphs if p.style is not None and p.style.name.startswith("Nội dung")]
    body[3].runs[0].text = body[3].runs[0].text.replace("38", "83", 1)
    body[5].paragraph_format.space_after = Pt(3)
    body[6].runs[0].font.size = Pt(13)
    body[12]._p.addnext(body[8]._p)
    document.sections[0].bottom_margin = Mm(25)
    table = document.tables[-1]
    table.cell(5, 2).paragraphs[0].runs[0].text = "999"
    table._tbl.remove(table.rows[6]._tr)
    table.cell(7, 3).merge(table.cell(7, 4))


def main() -> None:
    browser = next((path for name in ("chromium", "google-chrome") if (path := shutil.which(name))), None)
    if browser is None:
        sys.exit("Chromium is needed for the picture")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        old = pipeline.build(ROOT / "samples" / "xa-an-hoa-9-thang-2026.yaml").docx
        document = docx.Document(io.BytesIO(old))
        change(document)
        document.save(str(folder / "moi.docx"))
        (folder / "da-duyet.docx").write_bytes(old)
        page = folder / "page.html"
        files = (folder / "da-duyet.docx", folder / "moi.docx")
        subprocess.run([sys.executable, "-m", "docgen", "diff", *files, "--html", page], check=False)
        command = [
            browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
            f"--user-data-dir={folder / 'profile'}", "--window-size=1180,2250", f"--screenshot={TARGET}",
            page.as_uri(),
        ]  # fmt: skip
        TARGET.parent.mkdir(exist_ok=True)
        subprocess.run(command, check=True, capture_output=True, timeout=120)


if __name__ == "__main__":
    main()
