"""The table of findings on citations, and how one is said."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from docgen import vn
from docgen.diagnostics import Diagnostic, Location, Related, Severity

FIRST = "Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6.b"

CODES: dict[str, tuple[Severity, str, str, str]] = {
    # code: severity, sentence, hint, clause
    "trich-dan-hai-ngay": (
        Severity.ERROR,
        "{name} có hai ngày ban hành: {one} ở đây, {other} ở chỗ khác",
        "Tra lại văn bản và ghi một ngày ở mọi chỗ",
        "",
    ),
    "trich-dan-hai-loai": (
        Severity.ERROR,
        "số {name} được gọi bằng hai tên loại: {one} ở đây, {other} ở chỗ khác",
        "Tra lại văn bản và ghi một tên loại ở mọi chỗ",
        "",
    ),
    "trich-dan-hai-trich-yeu": (
        Severity.WARNING,
        "{name} có hai trích yếu khác nhau: “{one}” ở đây, “{other}” ở chỗ khác",
        "Có thể một trong hai chỗ ghi nhầm số; tra lại văn bản",
        "",
    ),
    "trich-dan-loai-ky-hieu": (
        Severity.ERROR,
        "tên loại “{one}” không hợp với ký hiệu {name} (ký hiệu của {other})",
        "Sửa tên loại hoặc ký hiệu theo văn bản",
        "Nghị định 30/2020/NĐ-CP, Phụ lục III",
    ),
    "trich-dan-nam": (
        Severity.ERROR,
        "{name} có năm {one} trong số, nhưng ngày ban hành là {other}",
        "Sửa năm trong số hoặc ngày ban hành",
        "",
    ),
    "trich-dan-thieu-nam": (
        Severity.WARNING,
        "{one} số {name} thiếu năm ban hành trong số",
        "Văn bản quy phạm pháp luật có năm trong số, như 30/2020/NĐ-CP",
        "",
    ),
    "trich-dan-ngay-khong-co": (
        Severity.ERROR,
        "ngày ban hành của {name} là {one}, lịch không có ngày này",
        "Tra lại văn bản và sửa ngày",
        "",
    ),
    "trich-dan-ngay-van-ban": (
        Severity.WARNING,
        "{name} được ban hành ngày {other}, ở đây ghi ngày {one}",
        "Sửa ngày, hoặc số nếu muốn nói văn bản khác",
        "",
    ),
    "trich-dan-so-van-ban": (
        Severity.WARNING,
        "{name} ngày {one}: cùng ngày này có {other}, số chỉ khác một chữ số",
        "Có phải {other}?",
        "",
    ),
    "trich-dan-hai-so": (
        Severity.WARNING,
        "{name} cùng ngày {one}, cùng trích yếu với {other}",
        "Có phải {other}? Tra lại số của văn bản",
        "",
    ),
    "trich-dan-nam-ke-hoach": (
        Severity.WARNING,
        "{name} là kế hoạch năm {other} nhưng ban hành ngày {one}",
        "Tra lại năm trong ngày ban hành hoặc trong trích yếu",
        "",
    ),
    "van-ban-trung-so": (
        Severity.ERROR,
        "“{one}” và “{other}” dưới van_ban cùng số {name}",
        "Tra lại số của hai văn bản; nếu là một văn bản thì chỉ khai báo một lần",
        "",
    ),
    "trich-dan-sau-bao-cao": (
        Severity.ERROR,
        "{name} ban hành ngày {one}, sau ngày của báo cáo này ({other})",
        "Sửa ngày của văn bản viện dẫn hoặc ngày báo cáo",
        "",
    ),
    "trich-dan-thu-tu": (
        Severity.WARNING,
        "{name} ngày {one} không đúng thứ tự: cùng ký hiệu, trong cùng năm, {other}",
        "Số tăng theo ngày; tra lại số và ngày của các văn bản này",
        "",
    ),
    "trich-dan-co-quan": (
        Severity.WARNING,
        "{name} mang ký hiệu của {other}, nhưng được ghi là của {one}",
        "Tra lại cơ quan ban hành và ký hiệu",
        "",
    ),
    "trich-dan-ky-hieu": (
        Severity.WARNING,
        "số, ký hiệu “{one}” viết chưa đúng",
        "Viết {name}",
        "Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3",
    ),
    "trich-dan-thieu-ky-hieu": (
        Severity.WARNING,
        "“{one}” không có ký hiệu",
        "Ghi cả số và ký hiệu, như Nghị định số 30/2020/NĐ-CP",
        FIRST,
    ),
    "trich-dan-thieu-ngay": (
        Severity.WARNING,
        "lần đầu viện dẫn {name} thiếu {one}",
        "Lần đầu ghi tên loại, số, ký hiệu, ngày ban hành, cơ quan ban hành, trích yếu{other}",
        FIRST,
    ),
    "trich-dan-thieu": (
        Severity.INFO,
        "lần đầu viện dẫn {name} thiếu {one}",
        "Lần đầu ghi tên loại, số, ký hiệu, ngày ban hành, cơ quan ban hành, trích yếu{other}",
        FIRST,
    ),
    "trich-dan-luat-co-so": (
        Severity.INFO,
        "{one} được viện dẫn kèm số",
        "Luật, Pháp lệnh chỉ ghi tên loại và tên",
        FIRST,
    ),
    "van-ban-khong-dan": (
        Severity.INFO,
        "văn bản “{one}” khai báo dưới van_ban nhưng không được viện dẫn",
        'Viện dẫn bằng {{{{ dan("{one}") }}}}, hoặc xóa khai báo này',
        "",
    ),
}


def say(code: str, place: Location, related: Iterable[Related] = (), **words: object) -> Diagnostic:
    """The finding `code` at `place`, with `name`, `one` and `other` put into its sentence and hint."""
    severity, message, hint, clause = CODES[code]
    filled = {key: words.get(key, "") for key in ("name", "one", "other")}
    return Diagnostic(
        code, severity, message.format(**filled), place, hint.format(**filled), clause, tuple(related)
    )


def day(date: datetime.date) -> str:
    """A date as it stands in a finding: 05/6/2020."""
    return vn.ngay(date)
