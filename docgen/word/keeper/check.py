"""A template held against what it may say: every fault at once, each where the keeper sees it."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.diagnostics import DocgenError, Location, error, has_errors, warning
from docgen.word.compile import compile_template
from docgen.word.includes import FindPart
from docgen.word.keeper.found import Found
from docgen.word.keeper.variables import COMMON, Variable
from docgen.word.keeper.walk import Walker
from docgen.word.roles import REQUIRED

_WORTH = ("trich_yeu", "noi_dung", "phu_luc", "noi_nhan", "so", "co_quan")
"""What every document has: a template that prints one of them nowhere loses it."""


def check_template(
    parts: dict[str, bytes],
    path: str,
    known: dict[str, Variable],
    find_part: FindPart,
    own_fields: Iterable[str] = (),
    is_part: bool = False,
) -> list[Found]:
    """Everything wrong with the template (or shared part) made of `parts`; `path` names it.

    `known` are the variables it may use, `own_fields` those of its document type, each of which some
    template must print. Raises DocgenError when a part of the file is no XML.
    """
    walker = Walker(known, find_part)
    walker.file(parts, path, ())
    if not is_part:
        walker.found += _unprinted(walker.printed, path, tuple(own_fields))
    if not is_part and not has_errors([f.diagnostic for f in walker.found]):
        try:
            template = compile_template(path, parts, find_part)
        except DocgenError as fault:
            walker.found += [Found(one) for one in fault.diagnostics]
        else:
            walker.found += [
                Found(
                    error(
                        "mau-thieu-kieu",
                        f"mẫu thiếu kiểu (style) “{name}”",
                        Location(path),
                        hint="Chép kiểu từ một mẫu có sẵn",
                    )
                )
                for name in REQUIRED
                if name not in template.styles
            ]
    return list(dict.fromkeys(walker.found))


def _unprinted(printed: set[str], path: str, own: tuple[str, ...]) -> list[Found]:
    out = []
    for name in dict.fromkeys((*_WORTH, *own)):
        if name not in printed:
            what = COMMON[name].help if name in COMMON else "trường của loại văn bản"
            hint = (
                f"Thêm {{{{ {name} }}}} hoặc phần dùng chung có in nó"
                if name not in COMMON
                else "Thêm phần dùng chung có in nó"
            )
            make = error if name in own else warning  # a document that has it cannot be built
            out.append(
                Found(make("mau-khong-in", f"mẫu không in “{name}” ({what})", Location(path), hint=hint))
            )
    return out
