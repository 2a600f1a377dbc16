"""Everything a template may print: the tree of variables, with kinds and explanations.

The upper part is the same for every document (docgen.word.printer fills it); a document type adds the
texts of its own fields.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.values import Struct

TEXT, LIST, GROUP, RUNS, BLOCKS, FLAG = "chu", "danh-sach", "nhom", "cum", "khoi", "co"
KIND_WORDS = {
    TEXT: "chữ: {{ … }}",
    LIST: "danh sách: {%p for … in … %}",
    GROUP: "nhóm",
    RUNS: "cụm chữ có định dạng: {{r … }}",
    BLOCKS: "nhiều đoạn, đứng riêng một đoạn: {{p … }}",
    FLAG: "có hoặc không: {%p if … %}",
}


class Variable(Struct, frozen=True):
    """A variable: its kind, what it is, the members of a group, the item of a list."""

    kind: str
    help: str = ""
    members: dict[str, Variable] = {}
    item: Variable | None = None


def _text(help: str) -> Variable:
    return Variable(TEXT, help)


def _list(help: str, item: Variable | None = None) -> Variable:
    return Variable(LIST, help, item=item or Variable(TEXT))


def _group(help: str, **members: Variable) -> Variable:
    return Variable(GROUP, help, members)


_LINE = Variable(RUNS, "đường kẻ dưới chữ")

COMMON: dict[str, Variable] = {
    "co_quan_chu_quan": _list("các dòng tên cơ quan chủ quản; rỗng khi không in"),
    "co_quan": _list("các dòng tên cơ quan ban hành", _group("", chu=_text("một dòng tên"), ke=_LINE)),
    "ten_co_quan": _text("tên cơ quan ban hành, viết thường, dùng trong câu"),
    "so": _text("số văn bản"),
    "ky_hieu": _text("ký hiệu, như BC-UBND"),
    "dia_danh_ngay": _text("địa danh và ngày tháng năm"),
    "ten_loai": _text("tên loại văn bản, in hoa; rỗng với công văn"),
    "trich_yeu": _list("các dòng trích yếu", _group("", chu=Variable(RUNS, "một dòng trích yếu"), ke=_LINE)),
    "kinh_gui": _list("nơi nhận sau chữ Kính gửi; rỗng khi không có"),
    "noi_dung": Variable(BLOCKS, "toàn bộ nội dung"),
    "phu_luc": _list(
        "các phụ lục",
        _group(
            "",
            sang_trang=Variable(BLOCKS, "sang trang mới cho phụ lục"),
            nhan=_text("Phụ lục, Phụ lục I"),
            tieu_de=_list("các dòng tiêu đề", Variable(RUNS)),
            ghi_chu=_list("các dòng ghi chú", Variable(RUNS)),
            kem_theo=_text("Kèm theo Báo cáo số …, không có ngoặc; rỗng khi không in"),
            ke=_LINE,
            noi_dung=Variable(BLOCKS, "nội dung phụ lục"),
        ),
    ),
    "noi_nhan": _list("các dòng Nơi nhận, không có gạch và dấu chấm phẩy"),
    "luu": _text("phần sau chữ Lưu:"),
    "nguoi_ky": _group(
        "chữ ký", quyen_han=_list("quyền hạn, chức vụ, mỗi dòng một mục"), ho_ten=_text("họ và tên người ký")
    ),
    "du_thao": Variable(FLAG, "văn bản là dự thảo"),
    "ke": _group("đường kẻ", tieu_ngu=Variable(RUNS, "đường kẻ dưới Tiêu ngữ")),
}
"""What docgen.word.printer gives to every template."""

LOOP = _group(
    "vòng lặp",
    index=_text("thứ tự, từ 1"), index0=_text("thứ tự, từ 0"), revindex=_text("còn lại, kể cả mục này"),
    length=_text("số mục"), first=Variable(FLAG, "mục đầu"), last=Variable(FLAG, "mục cuối"),
)  # fmt: skip
"""`loop` inside a loop."""


def variables(fields: dict[str, tuple[bool, str]]) -> dict[str, Variable]:
    """The variables of a document type: the common ones, and its `fields` by name, each with whether it
    is a list and its explanation."""
    own = {name: _list(help) if is_list else _text(help) for name, (is_list, help) in fields.items()}
    return {**own, **COMMON}


def tree(known: dict[str, Variable], indent: str = "") -> Iterator[str]:
    """A line for each variable: name, kind, explanation; what is in it below."""
    for name, one in known.items():
        words = f" — {one.help}" if one.help else ""
        yield f"{indent}{name}  [{KIND_WORDS[one.kind]}]{words}"
        yield from tree(one.members, indent + "    .")
        if one.item is not None and one.item.kind != TEXT:
            yield f"{indent}    mỗi mục  [{KIND_WORDS[one.item.kind]}]"
            yield from tree(one.item.members, indent + "        .")
