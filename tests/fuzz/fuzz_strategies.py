"""Hypothesis strategies for data files: whole documents, written documents damaged, other files damaged.

A Case is a set of files by name, `bao-cao.yaml` the data file among them, and the words (`tk12`) that a
built document must show: each was typed where it prints.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from hypothesis import strategies as st

UNIT = """\
cap: {level}
ten: Ủy ban nhân dân xã An Hòa
ten_tat: UBND xã An Hòa
ky_hieu: UBND
dia_danh: An Hòa
nguoi_ky:
  chu-tich: {{quyen_han: TM. Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Trần Minh Khang}}
noi_nhan: [Thường trực Đảng ủy]
luu: VT
"""

SCHEMA = """\
ten: Báo cáo thử
ke_thua: bao-cao
so_lieu:
  ho_so:
    type: dict
    schema:
      huyen: {type: dem}
      xa: {type: so}
      ty_le: {type: ty_le}
      tien: {type: tien}
      ngay: {type: ngay}
      ten: {type: chu}
  b: {bieu: thu}
tinh:
  ho_so.tong: ho_so.huyen + ho_so.xa
rang_buoc:
  - {ma: hon, dieu_kien: ho_so.huyen <= ho_so.tong, thong_bao: Phần không lớn hơn tổng}
"""

FORM = """\
ten: Biểu thử
khoa: viec
cot:
  - {ma: tt, ten: TT, kieu: stt}
  - {ma: viec, ten: Việc, kieu: chu}
  - ten: Số hồ sơ
    cot:
      - {ma: tong, ten: Tổng số, tinh: cu + moi}
      - ten: Trong đó
        cot:
          - {ma: cu, ten: Kỳ trước}
          - {ma: moi, ten: Mới}
  - {ma: ghi_chu, ten: Ghi chú, kieu: chu}
dong_cot_so: true
dong_tong: Tổng số
rang_buoc:
  - {ma: duong, dieu_kien: tong >= 0}
"""

FILES = {
    "don-vi.yaml": UNIT.format(level="xa"),
    "schemas/thu.yaml": SCHEMA,
    "schemas/bieu/thu.yaml": FORM,
}

HARMLESS = (
    "& < > \" '",
    "]]>",
    "<w:p>",
    "</w:body>",
    "<!-- x -->",
    "&amp;",
    "&#x0;",
    "&nbsp;",
    "{%p if x %}",
    "{% raw %}",
    "{_{",
    "}_}",
    "{# x #}",
    "{{ 7*7 }}",
    "{{ ho_so.huyen }}",
    "{{ ho_so.tong | so }}",
    "{{ ky }}",
    "{{ don_vi.ten }}",
    "[x](javascript:alert(1))",
    "[x]: http://a.b",
    "[x][y]",
    "![x](y.png)",
    "<https://a.b>",
    "<a@b.c>",
    "^[chú thích]",
    "|",
    "\\",
    "\\*",
    "\\\\",
    "# ",
    "##### năm",
    "===",
    "> lời",
    "~~",
    "1. một",
    "- gạch",
    "+ cộng",
    "a)",
    ": ",
    " #",
    "%",
    "$",
    "@",
    "!",
    "?",
    "=SUM(A1:A9)",
    " INCLUDETEXT ",
    'HYPERLINK "file:///etc/passwd"',
    "../../etc/passwd",
    "C:\\con\\nul",
    "😀",
    "👨🏽",
    "e\u0302\u0301",
    "ƣ",
    "\u00a0",
    "\t",
    "Đất & Nhà",
    "…",
    "“x”",
    "12,5%",
    "1.234.567",
    "Quyết định số 12/QĐ-UBND ngày 31/02/2020",
    "tổng số 10 (5 và 6)",
    "xml:space",
    "x" * 300,
    "hồ sơ",
    "Ủy ban",
)
"""What may stand in a text and prints as something; many of these only other programs would act upon."""

REFUSED = (
    "{{",
    "}}",
    "{{ }}",
    "{{ khong.co }}",
    "{{ ho_so.huyen | ty_le(ho_so.tong) }}",
    "{{ bang.b }}",
    "{{ 1/0 }}",
    "{{ ''.__class__.__mro__ }}",
    "{{ 9**9**9 }}",
    "{{ dan('x') }}",
    "*",
    "**",
    "_",
    "__",
    "`",
    "***",
    "^[",
    "[^1]",
    "[^1]: ghi",
    "---",
    "{.lien}",
    "\u200b",
    "\u202e",
    "\u2028",
    "\x0b",
    "\x7f",
    "\ufeff",
    "\uffff",
    "👨‍👩‍👧",
    "* sao",
)
"""What is a fault, or may be one."""

HOSTILE = HARMLESS + REFUSED


@dataclass(frozen=True)
class Case:
    """Files of a workspace by name, and the words a built document must show."""

    files: dict[str, str]
    words: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return "\n".join(
            f"--- {name}\n{text}" for name, text in self.files.items() if FILES.get(name) != text
        )


class _Words:
    """Words found nowhere else, in the order they are typed; `noise` is what stands between them."""

    def __init__(self, noise: st.SearchStrategy[str], made: list[str] | None = None) -> None:
        self.noise = noise
        self.made = list(made or ())

    def __call__(self) -> str:
        self.made.append(f"tk{len(self.made)}z")
        return self.made[-1]


_calm = st.one_of(
    st.sampled_from(HARMLESS),
    st.text(st.characters(whitelist_categories=("Lu", "Ll", "Lo", "Nd", "Sm", "Sc")), max_size=8),
)
_wild = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(blacklist_categories=("Cs",)), max_size=8))


@st.composite
def _line(draw: st.DrawFn, word: _Words, notes: bool = True) -> str:
    """A line of prose: words with noise and markup between them; without footnotes where none may be."""
    parts = [word()]
    for _ in range(draw(st.integers(0, 3))):
        match draw(st.integers(0, 7)):
            case 0:
                parts.append(f"**{word()}**")
            case 1:
                parts.append(f"*{word()}*")
            case 2 if notes:
                parts.append(f"^[{word()}]")
            case 3:
                parts.append(f"[{word()}](https://a.vn/x)")
            case 4:
                parts.append(word())
            case _:
                parts.append(draw(word.noise))
    return draw(st.sampled_from((" ", " ", ""))).join(parts).replace("\n", " ").replace("\r", " ")


@st.composite
def _prose(draw: st.DrawFn, word: _Words, size: int = 6) -> str:
    """A text of several blocks."""
    blocks = []
    for _ in range(draw(st.integers(1, size))):
        match draw(st.integers(0, 11)):
            case 0 | 1:
                level = draw(st.integers(1, 4))
                run_in = draw(st.sampled_from(("", "", " {.lien}")))
                blocks.append("#" * level + " " + draw(_line(word)) + run_in)
                if run_in:
                    blocks.append(word())
            case 2 | 3:
                mark = draw(st.sampled_from(("- ", "+ ", "1. ")))
                blocks.append("\n".join(mark + draw(_line(word)) for _ in range(draw(st.integers(1, 3)))))
            case 4:
                width = draw(st.integers(1, 3))
                head = "|" + "|".join(f" {word()} " for _ in range(width)) + "|\n" + "|" + "---|" * width
                rows = ["|" + "|".join(f" {draw(_line(word))} " for _ in range(width)) + "|"]
                blocks.append("\n".join([head, *rows]))
            case 5:
                blocks.append("{{ bang.b }}")
            case 6:
                name = f"n{len(blocks)}"
                blocks.append(
                    f"{draw(_line(word))}[^{name}]\n\n[^{name}]: {draw(_line(word, False))}\n\n    {draw(_line(word, False))}"
                )
            case 7:
                blocks.append("---")
            case _:
                blocks.append("\n".join(draw(_line(word)) for _ in range(draw(st.integers(1, 2)))))
    return "\n\n".join(blocks)


def _block(text: str, indent: int) -> str:
    """`text` as a literal block of YAML."""
    return "|\n" + "\n".join(" " * indent + line if line else "" for line in text.split("\n"))


@st.composite
def _scalar(draw: st.DrawFn, word: _Words, notes: bool = True) -> str:
    """A value on one line, quoted in one of YAML's ways."""
    text = draw(_line(word, notes))
    match draw(st.integers(0, 2)):
        case 0:
            return json.dumps(text, ensure_ascii=False)
        case 1:
            return "'" + text.replace("'", "''") + "'"
        case _:
            return _block(text, 8)


DATES = ("17/9/2026", "../../2026", "2026-09-17", "31/02/2026", "", "1/1/0001")
PERIODS = ("9 tháng năm 2026", "Quý III/2026", "năm 2026", "tháng 13/2026")

_plain_number = st.one_of(st.integers(0, 999).map(str), st.sampled_from(("04", "1.234", "")))
_number = st.one_of(
    st.integers(-5, 99999).map(str),
    st.sampled_from(
        (
            "04",
            "-",
            '""',
            "",
            "1.234",
            '"20,56"',
            "20,56%",
            "0",
            "007",
            "1.23",
            "1e5",
            "nan",
            "{{ ho_so.huyen }}",
            "9" * 70,
        )
    ),
)


@st.composite
def documents(draw: st.DrawFn) -> Case:
    """A data file of every part of the language, with hostile text anywhere."""
    wild = draw(st.integers(0, 2)) == 0
    noise = _wild if wild else _calm
    word = _Words(noise)
    number = _number if wild else _plain_number
    lines = [
        "loai: thu",
        "don_vi: don-vi.yaml",
        f"so: {draw(st.sampled_from(('', '5', '12a', *(('../..', '<b>') if wild else ()))))}".rstrip(),
        f"ngay: {draw(st.sampled_from(DATES if wild else DATES[:3]))}".rstrip(),
        f"ky_bao_cao: {draw(st.sampled_from(PERIODS if wild else PERIODS[:3]))}",
        f"trich_yeu: {draw(_scalar(word))}",
        "nguoi_ky: chu-tich",
    ]
    if draw(st.booleans()):
        lines.append("trang_thai: du-thao")
    if draw(st.booleans()):
        lines.append(f"kinh_gui:\n  - {draw(_scalar(word))}")
    if draw(st.booleans()):
        lines.append(f"noi_nhan:\n  - {draw(_scalar(word))}")
    lines.append("so_lieu:\n  ho_so:")
    for key, values in (
        ("huyen", number),
        ("xa", number),
        ("ty_le", number),
        ("tien", number),
        ("ngay", st.sampled_from(DATES if wild else DATES[:3])),
    ):
        if draw(st.booleans()) or key in ("huyen", "xa"):
            lines.append(f"    {key}: {draw(values)}".rstrip())
    lines.append(f"    ten: {json.dumps(draw(noise), ensure_ascii=False)}")
    lines.append("  b:")
    table = _Words(noise, word.made)
    rows = draw(st.integers(0, 3))
    for _ in range(rows):
        cells = [f"viec: {json.dumps(draw(_line(table)), ensure_ascii=False)}"]
        cells += [f"{name}: {draw(number)}" for name in ("cu", "moi") if draw(st.booleans())]
        lines.append("    - {" + ", ".join(cells) + "}")
    if not rows:
        lines[-1] = "  b: []"
    prose_words = _Words(noise, table.made)
    body = draw(_prose(prose_words))
    lines.append("noi_dung: " + _block(body, 2))
    after = prose_words.made
    texts = [body]
    if draw(st.integers(0, 3)) == 0:
        extra = _Words(noise, after)
        title, text = draw(_scalar(extra)), draw(_prose(extra, 3))
        lines.append(f"phu_luc:\n  - tieu_de: {title}\n    noi_dung: {_block(text, 6)}")
        after, texts = extra.made, [body, text]
    shown = list(after)
    if not any("{{ bang.b }}" in text.split("\n\n") for text in texts):
        rows_only = set(table.made) - set(word.made)
        shown = [one for one in shown if one not in rows_only]
    return Case({**FILES, "bao-cao.yaml": "\n".join(lines) + "\n"}, tuple(shown))


WRITTEN = """\
loai: thu
don_vi: don-vi.yaml
so: 5
ngay: 17/9/2026
ky_bao_cao: 9 tháng năm 2026
trich_yeu: |
  Kết quả công tác {{ ky }}
  và phương hướng {{ ky.sau }}
kinh_gui: [Sở Nội vụ, Sở Tài chính]
so_lieu:
  ho_so: {huyen: 710, xa: 5.305, ty_le: "20,56%", tien: 1.500.000, ngay: 14/9/2026, ten: Đất đai}
  rieng: {cuoc_hop: 12}
  b:
    dong:
      - {nhom: Lĩnh vực}
      - {viec: Đất đai, cu: 04, moi: 10, ghi_chu: "Xem **đậm** {{ ho_so.huyen | so }}"}
      - {viec: Hộ tịch, cu: "-", moi: 5, tong: 5, dam: true}
    tong: {cu: 4, moi: 15, tong: 19}
van_ban:
  kh-1: {loai: Kế hoạch, so: 08/KH-UBND, ngay: 09/01/2026, co_quan: UBND xã, trich_yeu: về cải cách hành chính}
noi_dung: |
  Thực hiện {{ dan("kh-1") }}, Ủy ban nhân dân xã báo cáo như sau:

  # Kết quả
  ## Hồ sơ {.lien}
  Tổng số {{ ho_so.tong | so }} hồ sơ, đạt {{ ho_so.huyen | ty_le(ho_so.tong) }}^[Theo hệ thống.].

  - Gạch **đậm** và *nghiêng*, <https://a.vn>, [trang](https://b.vn).
  + Ý nhỏ[^1].

  1. Mục một.

  | Cột | Số |
  |-----|---:|
  | Một | 12 |

  {{ bang.b }}

  [^1]: Chú thích thứ nhất.

      Đoạn hai của chú thích.

  ---
  Trên đây là báo cáo./.
phu_luc:
  - tieu_de: Bảng số liệu
    huong_giay: ngang
    ghi_chu: [Đơn vị tính, hồ sơ]
    noi_dung: |
      ## Chi tiết
      {{ bang.b }}
noi_nhan: [Như trên, "CT, các PCT"]
luu: VT, NV
nguoi_ky: chu-tich
bo_qua:
  - {quy_tac: hon, ly_do: thử}
"""

_bits = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(max_size=3),
    st.sampled_from(
        (
            "\n",
            "  ",
            "\t",
            ":",
            "-",
            "[",
            "{",
            "'",
            '"',
            "|",
            ">",
            "&a ",
            "*a ",
            "!bang ",
            "!!python/x ",
            "? ",
            "% ",
            "0",
            "\r\n",
        )
    ),
)


@st.composite
def _damaged(draw: st.DrawFn, text: str, bits: st.SearchStrategy[str] = _bits) -> str:
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        length = draw(st.integers(0, 30))
        match draw(st.integers(0, 4)):
            case 0:
                text = text[:at] + text[at + length :]
            case 1:
                text = text[:at] + text[at : at + length] * 2 + text[at + length :]
            case 2 | 3:
                text = text[:at] + draw(bits) + text[at:]
            case _:
                lines = text.split("\n")
                row = at % len(lines)
                lines.insert(draw(st.integers(0, len(lines) - 1)), lines.pop(row))
                text = "\n".join(lines)
    return text


damaged_data = _damaged(WRITTEN).map(lambda text: Case({**FILES, "bao-cao.yaml": text}))
"""A data file that shows the whole language, damaged in one to four places."""

_BEFORE, _, _REST = WRITTEN.partition("noi_dung: |\n")
_PROSE, _, _AFTER = _REST.partition("phu_luc:")

damaged_prose = _damaged(_PROSE.replace("\n  ", "\n").removeprefix("  "), st.sampled_from(HARMLESS)).map(
    lambda text: Case({**FILES, "bao-cao.yaml": f"{_BEFORE}noi_dung: {_block(text, 2)}\nphu_luc:{_AFTER}"})
)
"""The same data file with only its prose damaged, so that most still build."""


@st.composite
def damaged_others(draw: st.DrawFn) -> Case:
    """A whole data file whose unit, report type or form is damaged."""
    name = draw(st.sampled_from(sorted(FILES)))
    return Case({**FILES, name: draw(_damaged(FILES[name])), "bao-cao.yaml": WRITTEN})


FAMILIES = {
    "documents": documents(),
    "damaged-prose": damaged_prose,
    "damaged-data": damaged_data,
    "damaged-others": damaged_others(),
}
