"""Citations by `dan("…")`: full the first time, short after."""

from __future__ import annotations

import pytest

from docgen.diagnostics import Location
from docgen.expression import ExpressionError, parse
from docgen.prose.citations import Register
from docgen.schema import CitedDocument
from docgen.vn import doc_ngay


def document(key: str, type_name: str, number: str = "", date: str = "", issuer: str = "", title: str = "",
             name: str = "") -> CitedDocument:  # fmt: skip
    day = doc_ngay(date) if date else None
    return CitedDocument(key, type_name, number, day, issuer, title, name, Location())


def register(*documents: CitedDocument) -> Register:
    return Register({doc.key: doc for doc in documents})


@pytest.mark.parametrize(
    ("cited", "first", "later"),
    [
        (
            document("a", "Kế hoạch", "133/KH-UBND", "27/12/2019", "Ủy ban nhân dân huyện Quảng Điền",
                     "triển khai công tác cải cách hành chính năm 2020"),
            "Kế hoạch số 133/KH-UBND ngày 27 tháng 12 năm 2019 của Ủy ban nhân dân huyện Quảng Điền về triển "
            "khai công tác cải cách hành chính năm 2020",
            "Kế hoạch số 133/KH-UBND",
        ),
        (
            document("a", "nghị định", "số 61/2018/NĐ-CP", "23/4/2018", "Chính phủ",
                     "Về thực hiện cơ chế một cửa"),
            "Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ về thực hiện cơ chế một cửa",
            "Nghị định số 61/2018/NĐ-CP",
        ),
        (
            document("a", "Thông tư", "01/2023/TT-VPCP", "5/4/2023", "Văn phòng Chính phủ",
                     "Quy định chế độ báo cáo"),
            "Thông tư số 01/2023/TT-VPCP ngày 05 tháng 4 năm 2023 của Văn phòng Chính phủ quy định chế "
            "độ báo cáo",
            "Thông tư số 01/2023/TT-VPCP",
        ),
        (
            document("a", "Luật", "77/2015/QH13", "19/6/2015", "Quốc hội",
                     name="Tổ chức chính quyền địa phương"),
            "Luật Tổ chức chính quyền địa phương",
            "Luật Tổ chức chính quyền địa phương",
        ),
        (
            document("a", "Bộ luật", name="Bộ luật Lao động"), "Bộ luật Lao động", "Bộ luật Lao động",
        ),
        (document("a", "Công văn", "581/BNV-CCHC"), "Công văn số 581/BNV-CCHC", "Công văn số 581/BNV-CCHC"),
        (
            document("a", "Đề án", title="vị trí việc làm", issuer="UBND huyện"),
            "Đề án về vị trí việc làm của UBND huyện",
            "Đề án về vị trí việc làm",
        ),
    ],
)  # fmt: skip
def test_the_first_citation_is_full_and_the_later_ones_are_short(
    cited: CitedDocument, first: str, later: str
) -> None:
    citing = register(cited)

    assert [citing.cite("a"), citing.cite("a"), citing.cite("a")] == [first, later, later]


def test_each_document_is_full_once_and_what_is_never_cited_is_known() -> None:
    citing = register(
        document("a", "Kế hoạch", "1/KH-UBND", issuer="UBND xã"),
        document("b", "Kế hoạch", "2/KH-UBND", issuer="UBND xã"),
        document("c", "Kế hoạch", "3/KH-UBND"),
    )
    scope = {"dan": citing.cite}
    texts = [parse(f'dan("{key}")').evaluate(scope) for key in "abab"]

    assert texts == [
        "Kế hoạch số 1/KH-UBND của UBND xã",
        "Kế hoạch số 2/KH-UBND của UBND xã",
        "Kế hoạch số 1/KH-UBND",
        "Kế hoạch số 2/KH-UBND",
    ]
    assert [doc.key for doc in citing.unused()] == ["c"]


@pytest.mark.parametrize("expression", ['dan("kh-13")', "dan()", 'dan("kh-133", 2)'])
def test_an_unknown_document_is_explained(expression: str) -> None:
    citing = register(document("kh-133", "Kế hoạch"))

    with pytest.raises(ExpressionError) as caught:
        parse(expression).evaluate({"dan": citing.cite})

    assert caught.value.message.startswith("không có văn bản “")
    if expression == 'dan("kh-13")':
        assert caught.value.message == "không có văn bản “kh-13” dưới van_ban, có phải “kh-133”?"
