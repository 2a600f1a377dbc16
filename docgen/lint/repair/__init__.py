"""Safe repairs of a Word file: `repair(data) -> Repaired`. Each rule's repair is one row of `FIXES`.

No word of the text changes beyond the repairs a rule names. Signed, protected and tracked files are left
alone: a signature would break, and a tracked file is still under discussion."""

from __future__ import annotations

from collections.abc import Callable

from docgen.diagnostics import Diagnostic, Location, Severity
from docgen.lint.core import Finding, Rule, Subject, diagnose
from docgen.lint.linter import subject_of
from docgen.lint.options import Options
from docgen.lint.repair import looks, pages, rulers, wording
from docgen.lint.repair.editor import Editor
from docgen.lint.rules import RULES
from docgen.values import Struct
from docgen.view import DocView, read
from docgen.view.components import Piece, recognise

Fix = Callable[[Editor, Subject, Finding], bool]


def _look(
    size: str, bold: bool | None = None, italic: bool | None = None, caps: bool = False, center: bool = False
) -> Fix:
    def fix(editor: Editor, subject: Subject, finding: Finding) -> bool:
        wanted = getattr(subject.limits, size)
        return any(
            [
                looks.set_look(
                    editor, place, wanted, bold, italic, caps, center and "chưa canh giữa" in finding.message
                )
                for place in looks.places(finding)
                if isinstance(place, Piece)
            ]
        )

    return fix


def _both(*fixes: Fix) -> Fix:
    def fix(editor: Editor, subject: Subject, finding: Finding) -> bool:
        return any([one(editor, subject, finding) for one in fixes])

    return fix


FIXES: dict[str, Fix] = {
    "PG-01": pages.paper,
    **{code: pages.margins(code) for code in ("PG-03", "PG-04", "PG-05", "PG-06", "PG-07")},
    "PG-08": looks.typeface,
    "PG-09": looks.colour,
    "PG-10": pages.number_look,
    "PG-11": pages.number_place,
    "PG-12": pages.hide_first,
    "QH-01": _look("quoc_hieu", bold=True, italic=False, caps=True),
    "TN-01": _both(wording.motto_dashes, _look("tieu_ngu", bold=True, italic=False)),
    "TN-02": rulers.under_motto,
    "CQ-01": _look("co_quan", bold=False, italic=False, caps=True, center=True),
    "CQ-02": _look("co_quan", bold=True, italic=False, caps=True, center=True),
    "CQ-03": rulers.under_issuer,
    "SK-01": _both(wording.number_line, _look("so_ky_hieu", bold=False, italic=False)),
    "DD-01": _both(wording.date_zeros, _look("dia_danh_ngay", bold=False, italic=True)),
    "TL-01": _look("ten_loai", bold=True, italic=False, caps=True, center=True),
    "TY-01": _look("trich_yeu", bold=True, italic=False, center=True),
    "TY-02": rulers.under_subject,
    "TY-03": _look("trich_yeu_cong_van", bold=False, italic=False),
    "KG-02": _look("kinh_gui", bold=False, italic=False),
    "KG-03": wording.addressees,
    "CC-01": wording.bases,
    "ND-01": looks.body_size,
    "ND-02": looks.justify,
    "ND-03": looks.indent,
    "ND-04": looks.gaps,
    "ND-05": looks.line_spacing,
    "SO-06": looks.list_dash,
    "KY-01": _look("chu_ky", bold=True, italic=False, caps=True, center=True),
    "KY-02": _look("chu_ky", bold=True, italic=False, caps=True, center=True),
    "KY-03": _look("chu_ky", bold=True, italic=False, center=True),
    "NN-01": _look("noi_nhan", bold=True, italic=True),
    "NN-02": wording.recipients,
    "NN-04": wording.archive_line,
    "PL-02": _look("phu_luc", bold=True, italic=False, center=True),
    "PL-03": _look("phu_luc_tieu_de", bold=True, italic=False, caps=True, center=True),
    "PL-04": _look("phu_luc_tieu_de", bold=False, italic=True, center=True),
}


class Repaired(Struct, frozen=True):
    """The repaired file (None when nothing was repaired), the findings that were repaired, those that
    are left, and why the file was left alone (None when it was not)."""

    data: bytes | None
    done: tuple[Diagnostic, ...]
    left: tuple[Diagnostic, ...]
    refused: Diagnostic | None = None


def repair(data: bytes, options: Options | None = None, path: str = "") -> Repaired:
    """Repairs what is safe in a Word file given as bytes. Raises UnreadableError when it is no .docx."""
    options = options or Options()
    view = read(data)
    parts = recognise(view)
    subject = subject_of(view, parts, options)
    found = _findings(subject, options) if parts.regime == "nd30" else []
    reason = _refusal(view, data)
    if reason:
        refusal = Diagnostic("FX-00", Severity.INFO, f"Không tự sửa: {reason}", Location(path))
        return Repaired(None, (), tuple(diagnose(r, f, path) for r, f in found), refusal)
    editor = Editor(data)
    changed = [(rule, finding) for rule, finding in found if _apply(editor, subject, rule, finding)]
    if not changed:
        return Repaired(None, (), tuple(diagnose(r, f, path) for r, f in found))
    result = editor.bytes()
    after = read(result)
    left = _findings(subject_of(after, recognise(after), options), options)
    still = {(rule.code, finding.message) for rule, finding in left}
    done = tuple(diagnose(r, f, path) for r, f in changed if (r.code, f.message) not in still)
    return Repaired(result, done, tuple(diagnose(r, f, path) for r, f in left))


def _apply(editor: Editor, subject: Subject, rule: Rule, finding: Finding) -> bool:
    fix = FIXES.get(rule.code)
    return fix is not None and fix(editor, subject, finding)


def _findings(subject: Subject, options: Options) -> list[tuple[Rule, Finding]]:
    waived = {w.rule for w in options.waivers}
    return [
        (rule, finding)
        for rule in RULES
        if options.wants(rule.code) and rule.code not in waived
        for finding in rule.check(subject)
    ]


def _refusal(view: DocView, data: bytes) -> str:
    if view.signed:
        return "văn bản đã ký số"
    if view.protected:
        return "văn bản đang được bảo vệ"
    if view.revisions:
        return "văn bản còn thay đổi đang theo dõi (Track Changes)"
    return "tệp theo chuẩn Strict Open XML, hãy lưu lại dạng .docx thường" if view.strict else ""
