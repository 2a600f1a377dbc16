"""The outline a report type requires (`de_cuong`): headings of the first level, in this order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from docgen import vn
from docgen.diagnostics import Diagnostic, Location, Related, error, nearest
from docgen.expression import ExpressionError, display, parse
from docgen.memo import of_short_texts
from docgen.patterns import pattern
from docgen.schema.report_type import ReportType

MISSING, ORDER = "de-cuong-thieu", "de-cuong-thu-tu"
"""Codes: a required heading is missing; one stands before another that should come first."""

_PLACEHOLDER = pattern(r"\{\{(.*?)\}\}", re.DOTALL)
_MARKS = pattern(r"[*_]{1,3}|[.,:;…]+$")


def check_outline(
    report_type: ReportType,
    headings: Sequence[tuple[str, Location]],
    place: Location,
    scope: Mapping[str, Any],
) -> list[Diagnostic]:
    """A finding for each required heading that is not among `headings` (the first-level headings of the
    body as printed, with their places), or is out of order. `place` is where the body is typed.

    Letter case, tone style and a full stop do not count. A required heading may hold `{{ ky.sau }}`, filled
    in from `scope`. Extra headings are allowed.
    """
    wanted = [(_filled(text, scope), source) for text, source in report_type.outline]
    at = {_key(text): index for index, (text, _) in reversed(list(enumerate(headings)))}
    known = {_key(text) for text, _ in wanted}
    spare = [text for text, _ in headings if _key(text) not in known]
    found = [(text, source, at.get(_key(text))) for text, source in wanted]
    return [*_missing(found, headings, spare, place), *_disorder(found, headings)]


Found = list[tuple[str, Location, int | None]]


def _missing(
    found: Found, headings: Sequence[tuple[str, Location]], spare: list[str], place: Location
) -> Iterator[Diagnostic]:
    before: str | None = None
    for text, source, index in found:
        if index is not None:
            before = text
            continue
        near = nearest(_key(text), [_key(one) for one in spare], 0.75)
        alike = next((one for one in headings if near and _key(one[0]) == near), None)
        where = f"sau mục “{before}”" if before else "ở đầu nội dung"
        yield error(
            MISSING,
            f"thiếu mục “{text}” của đề cương",
            alike[1] if alike else place,
            hint=f"Sửa tên mục “{alike[0]}” cho đúng đề cương" if alike else f"Thêm dòng “# {text}” {where}",
            related=(Related(source, "đề cương của loại báo cáo"),),
        )


def _disorder(found: Found, headings: Sequence[tuple[str, Location]]) -> Iterator[Diagnostic]:
    last: tuple[str, int] | None = None
    for text, source, index in found:
        if index is None:
            continue
        if last is not None and index < last[1]:
            yield error(
                ORDER,
                f"mục “{text}” phải đứng sau mục “{last[0]}” theo đề cương",
                headings[index][1],
                hint="Chuyển cả mục về đúng chỗ",
                related=(Related(source, "đề cương của loại báo cáo"),),
            )
        else:
            last = text, index


@of_short_texts(longest=200, kept=1024)  # the headings of an outline come again in each report
def _key(text: str) -> str:
    """`text` as headings are compared."""
    return vn.fold(_MARKS.sub("", text.strip()).strip())


def _filled(text: str, scope: Mapping[str, Any]) -> str:
    """A required heading with its `{{ … }}` filled in; left as it is where that is not possible."""

    def value(match: re.Match[str]) -> str:
        try:
            return display(parse(match[1].strip()).evaluate(scope))
        except ExpressionError:
            return match[0]

    return _PLACEHOLDER.sub(value, text)
