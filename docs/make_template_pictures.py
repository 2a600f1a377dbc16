"""The pictures of docs/vi/bao-tri-mau.md: templates, parts and previews as a keeper sees them in Word.

    python docs/make_template_pictures.py

Needs LibreOffice (`soffice`).
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageOps

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "vi" / "hinh"
PICTURES = {
    "mau-van-ban": ROOT / "templates" / "chung" / "van-ban.docx",
    "phan-ky-ten": ROOT / "templates" / "phan" / "noi-nhan-ky-ten.docx",
    "phan-noi-nhan": ROOT / "templates" / "phan" / "noi-nhan.docx",
    "phan-kinh-gui": ROOT / "templates" / "phan" / "kinh-gui.docx",
}
PREVIEWS = {"xem-truoc-quyet-dinh": "xa/quyet-dinh", "xem-truoc-cong-van": "so/cong-van"}


def main() -> None:
    """Writes every picture."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        files = {work / f"{name}.docx": path.read_bytes() for name, path in PICTURES.items()}
        for path, data in files.items():
            path.write_bytes(data)
        for name, template in PREVIEWS.items():
            command = [
                sys.executable,
                "-m",
                "docgen",
                "template",
                "show",
                template,
                "-o",
                str(work / f"{name}.docx"),
            ]
            subprocess.run(command, check=True, cwd=ROOT)
        profile = (work / "profile").as_uri()
        documents = [str(path) for path in work.glob("*.docx")]
        command = [
            "soffice",
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
        ]
        subprocess.run([*command, *documents], check=True, capture_output=True)
        for pdf in sorted(work.glob("*.pdf")):
            _picture(pdf).save(FOLDER / f"{pdf.stem}.png", optimize=True)


def _picture(pdf: Path) -> Image.Image:
    """The first page, without its empty margins, in a thin frame."""
    page = pypdfium2.PdfDocument(pdf)[0].render(scale=1.25).to_pil().convert("L")
    inside = ImageChops.invert(page).getbbox() or (0, 0, *page.size)
    left, top, right, bottom = inside
    cut = page.crop(
        (max(left - 15, 0), max(top - 15, 0), min(right + 15, page.width), min(bottom + 15, page.height))
    )
    return ImageOps.expand(cut.quantize(16).convert("L"), border=1, fill=160)


if __name__ == "__main__":
    main()
