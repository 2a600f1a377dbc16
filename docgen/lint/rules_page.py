"""The table of rules as people read it: `docgen lint --rules` and docs/rules.md."""

from __future__ import annotations

from docgen.diagnostics import Severity
from docgen.lint.core import Rule
from docgen.lint.repair import FIXES
from docgen.lint.rules import FAMILIES

WORDS = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.INFO: "lưu ý"}
_HEAD = """# Quy tắc của `docgen lint`

Sinh từ mã nguồn bằng `python -m docgen.lint.rules_page > docs/rules.md`; không sửa tay.

Mức: **lỗi** trái quy định thành văn; **cảnh báo** trái mẫu, thông lệ, hoặc cần người viết xem lại
(mọi quy tắc về câu chữ đều ở mức này); **lưu ý** chỉ để biết.
Cột “Tự sửa” ghi phần mà `--fix` sửa được một cách an toàn.
"""


def records() -> list[dict[str, str]]:
    """One record for each rule, in reading order."""
    return [_record(rule) for _, family in FAMILIES for rule in family.RULES]


def _record(rule: Rule) -> dict[str, str]:
    return {
        "code": rule.code,
        "severity": rule.severity.value,
        "title": rule.title,
        "allowed": rule.allowed,
        "clause": rule.clause,
        "fix": (rule.fix or "có") if rule.code in FIXES else "",
    }


def text() -> str:
    """The rules for a terminal, three lines each."""
    lines = []
    for record in records():
        fixed = f" [tự sửa: {record['fix']}]" if record["fix"] else ""
        lines.append(f"{record['code']}  {WORDS[Severity(record['severity'])]}: {record['title']}{fixed}")
        lines.append(f"    {record['allowed']}")
        lines.append(f"    {record['clause']}")
    return "\n".join(lines)


def markdown() -> str:
    """The rules as docs/rules.md."""
    parts = [_HEAD]
    for heading, family in FAMILIES:
        parts.append(f"\n## {heading}\n")
        parts.append("| Mã | Mức | Tên | Quy định | Căn cứ | Tự sửa |\n| --- | --- | --- | --- | --- | --- |")
        for rule in family.RULES:
            record = _record(rule)
            cells = (
                record["code"],
                WORDS[rule.severity],
                record["title"],
                record["allowed"],
                record["clause"],
                record["fix"],
            )
            parts.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    print(markdown(), end="")
