"""The words of parts: which complete each other, which overlap, which nouns count the same things.

Tables in sight, for a keeper to add to; every entry was met in reports of offices.
"""

from __future__ import annotations

from docgen.patterns import pattern

# Parts that overlap, compare or only exemplify: no sum is made of them.
NO_PARTS = pattern(
    r"\b(?:đảng viên|dân tộc|tôn giáo|kiêm nhiệm|tuổi|so với|cùng kỳ|năm trước(?! chuyển)|tăng|giảm"
    r"|bình quân|trung bình|chỉ tiêu|mục tiêu|phấn đấu|vượt|lũy kế|mỗi|ví dụ|điển hình|tiêu biểu|chủ yếu"
    r"|nhất là|nhiều nhất|ít nhất|cao nhất|thấp nhất|trong đó có|như|thêm|tương đương|tương ứng)\b"
)

DONE = r"đã (?:giải quyết|xử lý|hoàn thành|khắc phục|thực hiện|trả lời)|hoàn thành|xong"
UNDONE = r"đang |chưa |còn "

# Families of parts that complete each other: a sign that one part must show (two of three levels are
# not all), then the signs of which every part must show one, two different ones at least.
FAMILIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("", (r"cấp tỉnh|\btỉnh\b", r"cấp huyện|\bhuyện\b", r"cấp xã|\bxã\b|thị trấn|phường")),
    (
        "",
        (
            r"(?:đúng|trước|sớm) (?:hạn|hẹn)",
            r"(?<!chưa )(?:quá|trễ) (?:hạn|hẹn)",
            r"chưa (?:đến|tới|quá) (?:hạn|hẹn)|trong hạn",
        ),
    ),
    ("", (DONE, UNDONE)),
    (r"mức(?: độ)? [12]", (r"mức(?: độ)? 1", r"mức(?: độ)? 2", r"mức(?: độ)? 3", r"mức(?: độ)? 4")),
    (r"còn lại|chưa cung cấp", (r"toàn trình", r"một phần", r"còn lại|chưa cung cấp")),
    ("", (r"kỳ trước|năm trước chuyển|tồn", r"mới|trong kỳ")),
    (r"trực tiếp", (r"trực tiếp", r"trực tuyến|qua mạng", r"bưu chính")),
    ("", (r"văn bản giấy|bản giấy|\bgiấy", r"điện tử")),
    ("", (r"bổ nhiệm mới|bổ nhiệm(?! lại)", r"bổ nhiệm lại", r"điều động|luân chuyển")),
    ("", (r"\bnam\b", r"\bnữ\b")),
    ("", (r"(?<!chưa )(?<!không )hài lòng", r"(?:chưa|không) hài lòng")),
)
REST = pattern(r"\bcòn lại|\bkhác\b")

SHORT_NOUNS = frozenset(
    (
        *(
            "người",
            "đ/c",
            "hộ",
            "xã",
            "phường",
            "thôn",
            "bản",
            "vụ",
            "đơn",
            "phiếu",
            "tin",
            "thư",
            "giấy",
            "cuộc",
        ),
        *("lớp", "trường", "cháu", "em", "ha", "tấn", "km"),
    )
)
"""Nouns of one syllable; what follows them says more."""

# Nouns that count the same things as a wider one does.
KINDS: tuple[frozenset[str], ...] = (
    frozenset(
        (
            *("người", "cán bộ", "công chức", "viên chức", "đội viên", "nhân viên", "giáo viên", "lao động"),
            *("hợp đồng", "đồng chí", "đ/c"),
        )
    ),
    frozenset(
        (
            *(
                "đơn vị",
                "cơ quan",
                "địa phương",
                "bộ",
                "sở",
                "ban",
                "phòng",
                "trường",
                "huyện",
                "xã",
                "phường",
            ),
            *("thị trấn", "đặc khu"),
        )
    ),
    frozenset(
        (
            *(
                "văn bản",
                "nghị quyết",
                "quyết định",
                "chỉ thị",
                "kế hoạch",
                "công văn",
                "báo cáo",
                "tờ trình",
            ),
            *("thông báo", "hướng dẫn"),
        )
    ),
)
