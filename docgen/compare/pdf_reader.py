"""The pages of a PDF: their text with places, and their images. The one module that opens PDF files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.diagnostics import Location, UnreadableError, error
from docgen.values import Struct

if TYPE_CHECKING:
    from PIL.Image import Image

MM_PER_POINT = 25.4 / 72


class Box(Struct, frozen=True):
    """A rectangle on a page in mm from its top left corner."""

    left: float
    top: float
    right: float
    bottom: float


class Letter(Struct, frozen=True):
    """A visible letter and its place."""

    text: str
    box: Box


class Page(Struct, frozen=True):
    """A page: its size in mm, its text as stored, its visible letters in the order of the file, and the boxes
    of ruled lines and pictures."""

    number: int
    width_mm: float
    height_mm: float
    text: str
    letters: tuple[Letter, ...]
    shapes: tuple[Box, ...]

    @property
    def bare(self) -> str:
        """Its letters without any space."""
        return "".join(letter.text for letter in self.letters)


class Pdf:
    """An opened PDF. Raises UnreadableError when the bytes are none."""

    def __init__(self, data: bytes, name: str = "") -> None:
        import pypdfium2  # type: ignore[import-untyped]

        self._raw = pypdfium2.raw
        try:
            self._document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as fault:
            raise UnreadableError(error("pdf", f"không đọc được tệp PDF ({fault})", Location(name))) from None

    def __len__(self) -> int:
        return len(self._document)

    def image(self, number: int, dpi: int) -> Image:
        """Page `number` (from 1) in shades of grey."""
        page = self._document[number - 1]
        return page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L")  # type: ignore[no-any-return]

    def pages(self) -> Iterator[Page]:
        """Every page with its text and shapes."""
        for index in range(len(self._document)):
            page = self._document[index]
            width, height = page.get_size()
            text_page = page.get_textpage()
            yield Page(
                index + 1,
                width * MM_PER_POINT,
                height * MM_PER_POINT,
                text_page.get_text_bounded(),
                tuple(self._letters(text_page, height)),
                tuple(self._shapes(page, height)),
            )

    def _letters(self, text_page, height: float) -> Iterator[Letter]:  # type: ignore[no-untyped-def]
        for at in range(text_page.count_chars()):
            code = self._raw.FPDFText_GetUnicode(text_page.raw, at)
            char = chr(code)
            if code < 32 or char.isspace() or 0xE000 <= code <= 0xF8FF or code == 0xFFFE:
                continue
            yield Letter(char, _box(text_page.get_charbox(at), height))

    def _shapes(self, page, height: float) -> Iterator[Box]:  # type: ignore[no-untyped-def]
        for item in page.get_objects(filter=[self._raw.FPDF_PAGEOBJ_PATH, self._raw.FPDF_PAGEOBJ_IMAGE]):
            yield _box(item.get_bounds(), height)


def _box(edges: tuple[float, float, float, float], height: float) -> Box:
    """(left, bottom, right, top) in points from the bottom of the page, as PDF has it."""
    left, bottom, right, top = edges
    return Box(
        left * MM_PER_POINT,
        (height - top) * MM_PER_POINT,
        right * MM_PER_POINT,
        (height - bottom) * MM_PER_POINT,
    )
