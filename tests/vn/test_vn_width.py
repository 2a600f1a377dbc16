import unicodedata
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen import vn
from docgen.vn import times_advances

FONTS = Path("/usr/share/fonts/truetype/liberation2")
FACES = {
    "Regular": (False, False),
    "Bold": (True, False),
    "Italic": (False, True),
    "BoldItalic": (True, True),
}
SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
TEXTS = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "ỦY BAN NHÂN DÂN",
    "HUYỆN CHƯ PƯH",
    "XÃ QUẢNG AN",
    "HUYỆN AN LÃO",
    "UBND HUYỆN CHÂU THÀNH",
    "VĂN PHÒNG",
    "PHÒNG KINH TẾ, HẠ TẦNG VÀ ĐÔ THỊ",
    "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",
    "BÁO CÁO",
    "Sơ kết công tác cải cách hành chính 6 tháng đầu năm 2021,",
    "phương hướng nhiệm vụ cải cách hành chính 6 tháng cuối năm 2021",
    "Tình hình thực hiện công tác cải cách hành chính năm 2020",
    "Số: 385/BC-UBND",
    "Quảng An, ngày 14 tháng 9 năm 2020",
    "“Một cửa” – 100% hồ sơ; R&D…",
    "aăâbcdđeêghiklmnoôơpqrstuưvxy áàảãạ ắằẳẵặ ấầẩẫậ éèẻẽẹ ếềểễệ íìỉĩị óòỏõọ ốồổỗộ ớờởỡợ úùủũụ ứừửữự ýỳỷỹỵ",
)


@cache
def advances(face: str) -> dict[str, int]:
    ttlib = pytest.importorskip("fontTools.ttLib", reason="fontTools is not installed")
    path = FONTS / f"LiberationSerif-{face}.ttf"
    if not path.exists():
        pytest.skip("fonts-liberation2 is not installed")
    font = ttlib.TTFont(path)
    assert font["head"].unitsPerEm == times_advances.UNITS_PER_EM
    return {chr(code): font["hmtx"][glyph][0] for code, glyph in font.getBestCmap().items()}


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("text", TEXTS)
def test_a_width_is_that_of_liberation_serif(text: str, face: str) -> None:
    by_font = sum(advances(face)[char] for char in text) / 2048 * 14 * 25.4 / 72

    assert vn.text_width_mm(text, 14, *FACES[face]) == pytest.approx(by_font, abs=1e-9)


@pytest.mark.parametrize("face", FACES)
def test_the_whole_table_is_that_of_liberation_serif(face: str) -> None:
    table = getattr(times_advances, {"BoldItalic": "BOLD_ITALIC"}.get(face, face.upper()))
    ours = {char: width for width, chars in table.items() for char in chars}

    assert ours == {char: advances(face)[char] for char in ours}


@pytest.mark.parametrize("face", FACES)
def test_every_line_of_the_five_seeds_is_measured_from_the_table(face: str) -> None:
    if not SEEDS.is_dir():
        pytest.skip("../shared/seeds is not beside the repository")
    known, measured = advances(face), 0
    ours = {char for chars in times_advances.REGULAR.values() for char in chars}
    for path in sorted(SEEDS.glob("*.txt")):
        for line in vn.nfc(path.read_text("utf-8")).splitlines():
            if not set(line) <= ours:
                continue  # letters of a faulty encoding
            by_font = sum(known[char] for char in line) / 2048 * 13 * 25.4 / 72
            assert vn.text_width_mm(line, 13, *FACES[face]) == pytest.approx(by_font, abs=1e-6), line
            measured += 1
    assert measured > 1_500


def test_the_widths_of_the_motto_are_those_the_rules_name() -> None:
    """PG-16 of the rule table: computed there from the metrics of Times New Roman."""
    motto, tieu_ngu = TEXTS[:2]

    assert [round(vn.text_width_mm(motto, size, bold=True), 1) for size in (12, 13)] == [88.3, 95.7]
    assert [round(vn.text_width_mm(tieu_ngu, size, bold=True), 1) for size in (13, 14)] == [56.1, 60.5]


def test_every_vietnamese_letter_is_in_every_table() -> None:
    letters = {
        unicodedata.normalize("NFC", letter + tone)
        for letter in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
        for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
    } | set("bcdđghklmnpqrstvxBCDĐGHKLMNPQRSTVX")

    for table in (
        times_advances.REGULAR,
        times_advances.BOLD,
        times_advances.ITALIC,
        times_advances.BOLD_ITALIC,
    ):
        assert letters - {char for chars in table.values() for char in chars} == set()


@given(st.text(), st.text(), st.floats(1, 72))
def test_widths_add_up_and_grow_with_the_size(one: str, other: str, size_pt: float) -> None:
    both = vn.text_width_mm(f"{one} {other}", size_pt)
    parts = sum(vn.text_width_mm(part, size_pt) for part in (one, " ", other))

    assert both == pytest.approx(parts)
    assert vn.text_width_mm(one, 2 * size_pt) == pytest.approx(2 * vn.text_width_mm(one, size_pt))


def test_decomposed_text_is_as_wide_as_composed() -> None:
    text = "ỦY BAN NHÂN DÂN HUYỆN CHƯ PƯH"

    assert vn.text_width_mm(unicodedata.normalize("NFD", text), 13) == vn.text_width_mm(text, 13)


def test_characters_outside_the_table_are_estimated() -> None:
    assert vn.text_width_mm("\u200b\u00ad\t\n", 72) == 0
    assert vn.text_width_mm("ƣ", 72) == pytest.approx(12.7)
    assert vn.text_width_mm("漢", 72) == pytest.approx(25.4)
