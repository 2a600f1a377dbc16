"""Words of official language typed with a wrong letter: "thưởng xuyên", "hổ trợ", "đặt biệt".

A pair of syllables that differs from a fixed term by its marks alone is a slip, when Vietnamese has no
other pair with the same bare letters; pairs that it has stand behind the term. The second table holds
slips that change a letter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import compress, count, pairwise

from docgen import vn
from docgen.checks.one_byte import BARE, coded, encoded
from docgen.checks.slips import LETTER, Slip
from docgen.patterns import pattern

# Terms by their bare letters; after "|" what else those letters say, alone or where two words meet
# (bàn giao dục …, cán bộ nhiệm kỳ, quyết định kỷ luật, trỗi dậy mạnh mẽ).
_TERMS = """
    thường xuyên, phần mềm, giải quyết, hoàn thành | hoàn thanh, thực hiện | thức hiện, triển khai,
    hỗ trợ | hộ trợ, nỗ lực, nghiêm túc, kiểm tra | kiểm trả, kiểm soát, rà soát,
    quy định | quý định | quỹ định, quy trình | quý trình | quỹ trình, thủ tục,
    vị trí | vì trí | vị trị | vị trì | vị tri, dịch vụ, đơn vị | đơn vì | đơn vi phạm,
    trực tuyến | trực tuyên, điện tử | điện từ | điện tư | điện tự, công chức, viên chức | viện chức,
    thẩm quyền | tham quyền, thể chế | thế chế | thẻ chế, khắc phục, hiệu quả | hiệu quá | hiệu qua,
    chất lượng | chất lương, nhiệm vụ, trách nhiệm, kỷ cương, kỷ luật | ký luật | kỳ luật,
    tuyên truyền | tuyến truyền, phổ biến | phố biến, pháp luật, quản lý | quận lý | quan lý | quán lý,
    quán triệt | quan triệt | quân triệt, chấn chỉnh, niêm yết, tiếp nhận | tiếp nhân, phản ánh | phản ảnh,
    kiến nghị | kiên nghị | kiện nghị, tổng hợp, tổ chức | tố chức | tổ chúc, xây dựng | xây dụng,
    đẩy mạnh | dạy mạnh | dậy mạnh | đầy mạnh mẽ, tăng cường, nâng cao | năng cao | nắng cao | nặng cao,
    cải cách | cái cách | cài cách | cai cách, hiện đại | hiện dài, hành chính | hành chỉnh, chính quyền,
    thị trấn, thành phố | thành phó | thành phổ, nghị quyết, nghị định | nghỉ định, kế hoạch | kẻ hoạch,
    chương trình, báo cáo | báo cao, thông báo | thông bảo, công khai, minh bạch, phục vụ, doanh nghiệp,
    nông nghiệp, nông thôn, giáo dục, văn hóa, kinh tế, chuyên môn | chuyển môn, nghiệp vụ, bồi dưỡng,
    tuyển dụng | tuyến dụng, bổ nhiệm | bộ nhiệm | bỏ nhiệm, biên chế | biến chế | biện chế, ngân sách,
    kinh phí, dự toán | dự toàn, quyết toán | quyết toàn, đầu tư | đầu từ | đầu tự | đầu tu | đầu tụ,
    giải ngân, thống kê | thống kế | thống kể, đạt chuẩn | đất chuẩn | đặt chuẩn, tiến độ | tiến đo,
    thời hạn, trễ hạn | trẻ hạn | trệ hạn, đột xuất | đợt xuất, duy trì | duy trí | duy trị,
    cập nhật | cấp nhật, liên thông | liên thống, bưu chính, công ích, chứng thực | chúng thực | chứng thức,
    hộ tịch | hộ tích, đất đai | đất đại, môi trường | mọi trường | mỗi trường | mới trường,
    tài nguyên | tại nguyên | tải nguyên | tái nguyên, khiếu nại, tố cáo | tố cao,
    thanh tra | thành tra | thanh trả | thanh trà, giám sát | giảm sát, khen thưởng, tập huấn, khảo sát,
    đánh giá | danh giá, tổng kết, phương hướng | phường hướng | phương hưởng, giải pháp, tồn tại | tốn tại,
    hạn chế, khó khăn, vướng mắc, nguyên nhân | nguyên nhận, về việc | vệ việc | vẽ việc,
    ban hành | bản hành | bàn hành | bán hành, đôn đốc, phân công | phần công | phản công, phối hợp,
    tham mưu | thâm mưu, chỉ đạo | chỉ đảo | chỉ dao | chỉ dạo | chỉ đào, điều hành, lãnh đạo,
    ủy quyền | uy quyền, phân cấp | phần cấp, tinh giản, sắp xếp, kiện toàn | kiến toàn | kiện toán,
    bổ sung | bộ sung, sửa đổi | sửa đối | sửa đôi, bãi bỏ, hướng dẫn | hướng dân | hướng dần,
    đề nghị | để nghị | đề nghỉ, đề xuất | để xuất | dễ xuất, trân trọng, kính gửi
"""

_LETTERS = {
    "đặt biệt": "đặc biệt", "phầm mềm": "phần mềm", "phần mền": "phần mềm", "hoành thành": "hoàn thành",
    "bổ xung": "bổ sung", "sát nhập": "sáp nhập",
    "xát nhập": "sáp nhập", "xuất xắc": "xuất sắc", "xúc tích": "súc tích", "sử lý": "xử lý",
    "thăm quan": "tham quan", "chỉnh chu": "chỉn chu", "vô hình chung": "vô hình trung", "cọ sát": "cọ xát",
    "tựu chung": "tựu trung", "nghành": "ngành", "nghành nghề": "ngành nghề", "đảo bảo": "đảm bảo",
    "giả quyết": "giải quyết", "một cửa liên thôn": "một cửa liên thông", "chuẩn đoán": "chẩn đoán",
    "rãi rác": "rải rác",
}  # fmt: skip
"""Slips that change a letter, and the right form. None of them is a word or phrase of its own."""

_LETTER_SLIP = pattern(
    rf"(?<!{LETTER})(?:{'|'.join(sorted(map(re.escape, _LETTERS), key=len, reverse=True))})(?!{LETTER})",
    re.IGNORECASE,
)
_WORD = pattern(rf"{LETTER}+")


def bare(text: str) -> str:
    """`text` (NFC) in small letters without marks, as long as it was; what is no letter may be a blank."""
    code = coded(text)
    return text.lower().translate(_bare_letters()) if code is None else code.translate(BARE).decode("ascii")


@lru_cache(maxsize=1)
def _bare_letters() -> dict[int, str]:
    letters = map(chr, (*range(0xC0, 0x180), *range(0x1A0, 0x1B1), *range(0x1EA0, 0x1EFA)))
    marked = {ord(letter): unicodedata.normalize("NFD", letter)[0] for letter in letters if letter.isalpha()}
    return marked | {ord("đ"): "d", ord("Đ"): "d"}


def _read() -> tuple[dict[tuple[str, str], str], frozenset[str]]:
    """The term of each pair of bare syllables, and every phrase that is right."""
    right: set[str] = set()
    terms: dict[tuple[str, str], str] = {}
    for entry in _TERMS.replace("\n", " ").split(","):
        term, *others = (part.strip() for part in entry.split("|"))
        first, second = bare(term).split()
        terms[first, second] = term
        right.update(vn.fold(text) for text in (term, *others))
    return terms, frozenset(right)


_TERM_OF, _RIGHT = _read()


def _in_bytes(text: str) -> tuple[bytes, ...]:
    return tuple(encoded(text).split())


_BARE_PAIRS = frozenset(_in_bytes(" ".join(pair)) for pair in _TERM_OF)
_PAIRS = frozenset(map(_in_bytes, _TERM_OF.values()))
_LETTER_PAIRS = frozenset(_in_bytes(slip)[-2:] for slip in _LETTERS if " " in slip)
_LETTER_WORDS = frozenset(_in_bytes(slip)[0] for slip in _LETTERS if " " not in slip)
_LAST_WORDS = _LETTER_WORDS | {last for _, last in _LETTER_PAIRS}


def wrong_letters(text: str) -> Iterator[Slip]:
    """Official terms with a wrong mark or letter."""
    yield from _wrong_marks(text)
    yield from _wrong_letters(text)


def suspect_words(words: Sequence[bytes], bare: Sequence[bytes]) -> Iterator[int]:
    """Which `words` may begin or end what is found here: with the next one they have the `bare` letters of a
    term and are not the term, or with the one before they are in the second table."""
    alike = list(map(_BARE_PAIRS.__contains__, pairwise(bare)))
    if wrong := set(compress(pairwise(words), alike)) - _PAIRS:
        yield from (at for at in compress(count(), alike) if (words[at], words[at + 1]) in wrong)
    for at in compress(count(), map(_LAST_WORDS.__contains__, words)):
        if words[at] in _LETTER_WORDS or tuple(words[at - 1 : at + 1]) in _LETTER_PAIRS:
            yield at


def _wrong_letters(text: str) -> Iterator[Slip]:
    small = text.lower()
    for match in _LETTER_SLIP.finditer(text) if any(slip in small for slip in _LETTERS) else ():
        term = _LETTERS[match[0].lower()]
        yield Slip("go-nham", match.start(), match.end(), match[0], _in_case_of(match[0], term))


def _wrong_marks(text: str) -> Iterator[Slip]:
    words = list(_WORD.finditer(bare(text)))
    pairs = list(pairwise([word[0] for word in words]))
    for index in compress(count(), map(_TERM_OF.__contains__, pairs)):
        term, one, two = _TERM_OF[pairs[index]], words[index], words[index + 1]
        if text[one.end() : two.start()] != " ":
            continue
        typed = text[one.start() : two.end()]
        more = text[one.start() : words[index + 2].end()] if index + 2 < len(words) else typed
        if (
            _RIGHT.isdisjoint((vn.fold(typed), vn.fold(more)))
            and _one_differs(typed, term)
            and not _is_name(typed)
        ):
            yield Slip("go-nham", one.start(), two.end(), typed, _in_case_of(typed, term))


def _one_differs(typed: str, term: str) -> bool:
    """Whether one of the two syllables is that of the term: where both differ, two words have met."""
    return any(a == b for a, b in zip(vn.fold(typed).split(), vn.fold(term).split(), strict=True))


def _is_name(typed: str) -> bool:
    """Whether both words begin with a capital, as in names, or one is an abbreviation (TT, UBND)."""
    abbreviation = any(word.isascii() and word.isupper() for word in typed.split())
    return typed.istitle() or (abbreviation and not typed.isupper())


def _in_case_of(typed: str, term: str) -> str:
    if typed.isupper():
        return term.upper()
    return vn.upper_first(term) if typed[0].isupper() else term
