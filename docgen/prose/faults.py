"""What can be wrong with prose: code, sentence and hint of every fault in sight.

All but those in WARNINGS are errors: the text would print other than it was meant.
"""

from __future__ import annotations

from docgen.diagnostics import Diagnostic, Location, Severity

FAULTS: dict[str, tuple[str, str]] = {
    "so-lieu-khong-dong": (
        "{{{{ mở mà không có }}}} đóng",
        "Mỗi {{{{ cần một }}}} trong cùng đoạn văn",
    ),
    "so-lieu-khong-mo": ("}}}} đóng mà không có {{{{ mở", "Thêm {{{{ ở trước tên số liệu, hoặc xóa }}}}"),
    "dau-nhan-khong-dong": (
        "dấu {mark} mở mà không đóng trong đoạn này",
        "Thêm {mark} ngay sau chữ cuối cần in {look}, không cách; nếu muốn in dấu sao thì gõ \\*",
    ),
    "chu-thich-khong-dong": ("chú thích ^[ mở mà không có ] đóng", "Thêm ] ở cuối lời chú thích"),
    "chu-thich-thieu": (
        "không có lời chú thích “[^{label}]:”",
        "Thêm một đoạn bắt đầu bằng “[^{label}]: ”{near}",
    ),
    "chu-thich-thua": (
        "lời chú thích [^{label}] không được nhắc đến trong bài nên sẽ không in",
        "Ghi [^{label}] ở chỗ cần chú thích, hoặc xóa lời chú thích này",
    ),
    "chu-thich-trung": (
        "chú thích [^{label}] đã có lời ở dòng {line}",
        "Mỗi chú thích chỉ có một lời; đổi tên một trong hai",
    ),
    "chu-thich-long": (
        "chú thích nằm trong một chú thích khác",
        "Word không có chú thích trong chú thích; đưa lời này vào chú thích ngoài",
    ),
    "chu-thich-trong": ("chú thích không có lời", "Ghi lời chú thích, hoặc xóa dấu chú thích"),
    "tieu-de-qua-sau": ("tiêu đề cấp {level}; chỉ có bốn cấp, từ # đến ####", "Bớt dấu # ở đầu dòng"),
    "tieu-de-trong": ("tiêu đề không có chữ", "Ghi tên đề mục sau dấu #, hoặc xóa dòng này"),
    "tieu-de-thuoc-tinh": (
        "“{text}” ở cuối tiêu đề không có nghĩa",
        "Chỉ có {{.lien}} (đoạn văn sau in liền tiêu đề); nếu là chữ thì gõ \\{{",
    ),
    "tieu-de-lien": (
        "tiêu đề có {{.lien}} nhưng sau nó không có đoạn văn để in liền",
        "Xóa {{.lien}}, hoặc viết đoạn văn ngay sau tiêu đề",
    ),
    "bang-thieu-gach": (
        "bảng thiếu dòng gạch ngay dưới dòng tên cột",
        "Thêm một dòng |---|---| có số cột bằng dòng tên cột",
    ),
    "bang-lech-cot": (
        "dòng này có {cells} ô, bảng có {columns} cột",
        "Mỗi dòng cần {columns} ô; dấu | nằm trong ô thì gõ \\|",
    ),
    "lien-ket-sai": (
        "địa chỉ liên kết “{target}” không dùng được",
        "Địa chỉ phải bắt đầu bằng https://, http:// hoặc mailto:",
    ),
    "lien-ket-so-lieu": (
        "địa chỉ liên kết có {{{{ }}}} bên trong",
        "Ghi đủ địa chỉ bằng chữ; chỉ phần trong [ ] của liên kết mới có thể có {{{{ }}}}",
    ),
    "hinh-anh": (
        "hình ảnh ![…](…) không thuộc ngôn ngữ này, sẽ in thành chữ",
        "Xóa phần này; hình được thêm vào tệp Word sau khi tạo",
    ),
    "gach-giua-cau": (
        "dòng này bắt đầu bằng “{mark} ” nên thành đoạn riêng, nhưng dòng trên chưa hết câu",
        "Nếu là một ý mới thì để một dòng trống ở trên; nếu còn trong câu thì đừng để “{mark}” ở đầu dòng",
    ),
    "ket-thuc-nhieu": (
        "có hơn một dòng ---; phần kết chỉ bắt đầu từ dòng cuối cùng",
        "Giữ một dòng --- ở trước phần kết",
    ),
}

WARNINGS: dict[str, Severity] = {
    "hinh-anh": Severity.WARNING,
    "gach-giua-cau": Severity.INFO,
    "ket-thuc-nhieu": Severity.WARNING,
}


def fault(code: str, location: Location, **words: object) -> Diagnostic:
    """The finding `code` at `location`, with `words` put into its sentence and hint."""
    message, hint = FAULTS[code]
    severity = WARNINGS.get(code, Severity.ERROR)
    return Diagnostic(code, severity, message.format(**words), location, hint=hint.format(**words))
