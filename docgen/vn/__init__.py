"""How Vietnamese offices write numbers, words, dates, periods and names.

Pure functions: values in, text out, and back. What a clerk may use as a filter has the filter's name
(so, dem, ty_le, tien, ngay, ngay_dai, la_ma, bang_chu); what reads it back begins with doc_. A value that
cannot be written, or a text that cannot be read, raises VnError, a ValueError with a Vietnamese sentence.

Importing this package loads neither Babel nor num2words.
"""

from docgen.vn.clock import WEEKDAYS, doc_gio, doc_thu, gio, thu
from docgen.vn.collation import sort_key
from docgen.vn.dates import PartialDate, ngay, ngay_dai
from docgen.vn.errors import VnError
from docgen.vn.header_lines import break_lines, header_lines
from docgen.vn.money import bang_chu_tien, doc_chu_tien, doc_tien, tien
from docgen.vn.names import SHORT_FORMS, UNIT_NOUNS, full_name, same_name, short_name, split_unit
from docgen.vn.numbers import (
    dem,
    diem_phan_tram,
    lam_tron,
    nhieu_nhat,
    phan_so,
    phan_tram,
    so,
    theo_mau,
    ty_le,
)
from docgen.vn.numerals import LIST_LETTERS, doc_la_ma, la_ma, list_letter, list_letter_index
from docgen.vn.periods import Period, read_period
from docgen.vn.read_dates import doc_ngay
from docgen.vn.read_numbers import doc_diem_phan_tram, doc_phan_so, doc_so, doc_ty_le, mo_ho
from docgen.vn.read_words import doc_chu, doc_thu_tu
from docgen.vn.text import fold, fold_tones, lower_first, nfc, tone_styles, upper, upper_first
from docgen.vn.width import text_units, text_width_mm, units_mm
from docgen.vn.words import bang_chu, thu_tu

__all__ = [
    "LIST_LETTERS",
    "SHORT_FORMS",
    "UNIT_NOUNS",
    "WEEKDAYS",
    "PartialDate",
    "Period",
    "VnError",
    "bang_chu",
    "bang_chu_tien",
    "break_lines",
    "dem",
    "diem_phan_tram",
    "doc_chu",
    "doc_chu_tien",
    "doc_diem_phan_tram",
    "doc_gio",
    "doc_la_ma",
    "doc_ngay",
    "doc_phan_so",
    "doc_so",
    "doc_thu",
    "doc_thu_tu",
    "doc_tien",
    "doc_ty_le",
    "fold",
    "fold_tones",
    "full_name",
    "gio",
    "header_lines",
    "la_ma",
    "lam_tron",
    "list_letter",
    "list_letter_index",
    "lower_first",
    "mo_ho",
    "nfc",
    "ngay",
    "ngay_dai",
    "nhieu_nhat",
    "phan_so",
    "phan_tram",
    "read_period",
    "same_name",
    "short_name",
    "so",
    "sort_key",
    "split_unit",
    "text_units",
    "text_width_mm",
    "theo_mau",
    "thu",
    "thu_tu",
    "tien",
    "tone_styles",
    "ty_le",
    "units_mm",
    "upper",
    "upper_first",
]
