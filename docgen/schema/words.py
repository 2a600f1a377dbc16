"""Cerberus' error codes in Vietnamese; this table is the whole list of faults a rule can report."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cerberus import errors

SHAPES = {
    "dict": "một nhóm (mỗi dòng “tên: giá trị”)",
    "list": "một danh sách (mỗi dòng bắt đầu bằng “- ”)",
    "string": "một giá trị, không phải danh sách hay nhóm",
}
_OTHER = "“{name}” không đúng quy định của mẫu"


def listed(values: Any) -> str:
    """`values` quoted, with commas between them."""
    many = values if isinstance(values, (list, tuple, set)) else (values,)
    return ", ".join(f"“{value}”" for value in many)


def _shape(constraint: Any) -> str:
    if not isinstance(constraint, (list, tuple)):
        return SHAPES[constraint]
    return " hoặc ".join("một giá trị" if name == "string" else SHAPES[name] for name in constraint)


def _fixed(sentence: str) -> Callable[[str, Any, Any, Any], str]:
    return lambda name, constraint, value, info: sentence.format(name=name, c=constraint, v=value)


# Cerberus' code: (code of the finding, its sentence from name, constraint, value and the rest)
WORDS: dict[int, tuple[str, Callable[[str, Any, Any, Any], str]]] = {
    errors.CUSTOM.code: ("gia-tri-sai", lambda name, c, v, info: f"“{name}”: {info[0]}"),
    errors.REQUIRED_FIELD.code: ("truong-thieu", _fixed("thiếu “{name}”")),
    errors.UNKNOWN_FIELD.code: ("truong-la", _fixed("không có trường “{name}”")),
    errors.DEPENDENCIES_FIELD.code: (
        "truong-thieu",
        lambda name, c, v, info: f"có “{name}” thì phải có cả {listed(c)}",
    ),
    errors.DEPENDENCIES_FIELD_VALUE.code: (
        "gia-tri-sai",
        lambda name, c, v, info: (
            f"“{name}” chỉ dùng khi {', '.join(f'{k} là {listed(x)}' for k, x in c.items())}"
        ),
    ),
    errors.EXCLUDES_FIELD.code: (
        "gia-tri-sai",
        lambda name, c, v, info: f"có “{name}” thì không ghi {listed(c)}",
    ),
    errors.EMPTY_NOT_ALLOWED.code: ("gia-tri-trong", _fixed("“{name}” không được để trống")),
    errors.NOT_NULLABLE.code: ("gia-tri-trong", _fixed("“{name}” không được để trống")),
    errors.BAD_TYPE.code: ("gia-tri-sai-kieu", lambda name, c, v, info: f"“{name}” phải là {_shape(c)}"),
    errors.BAD_TYPE_FOR_SCHEMA.code: (
        "gia-tri-sai-kieu",
        _fixed("“{name}” phải là một nhóm hoặc một danh sách"),
    ),
    errors.ITEMS_LENGTH.code: ("gia-tri-sai", _fixed("“{name}” không đúng số mục quy định")),
    errors.MIN_LENGTH.code: ("gia-tri-sai", _fixed("“{name}” quá ngắn, ít nhất {c}")),
    errors.MAX_LENGTH.code: ("gia-tri-sai", _fixed("“{name}” quá dài, nhiều nhất {c}")),
    errors.REGEX_MISMATCH.code: ("gia-tri-sai", _fixed("“{name}”: “{v}” không đúng dạng quy định")),
    errors.MIN_VALUE.code: ("gia-tri-sai", _fixed("“{name}” phải từ {c} trở lên")),
    errors.MAX_VALUE.code: ("gia-tri-sai", _fixed("“{name}” không được quá {c}")),
    errors.UNALLOWED_VALUE.code: ("gia-tri-sai", lambda name, c, v, info: f"“{name}” không nhận “{v}”"),
    errors.UNALLOWED_VALUES.code: (
        "gia-tri-sai",
        lambda name, c, v, info: f"“{name}” không nhận {listed(info[0])}",
    ),
    errors.FORBIDDEN_VALUE.code: (
        "gia-tri-sai",
        lambda name, c, v, info: f"“{name}” không được là {listed(v)}",
    ),
    errors.FORBIDDEN_VALUES.code: (
        "gia-tri-sai",
        lambda name, c, v, info: f"“{name}” không được có {listed(info[0])}",
    ),
    errors.MISSING_MEMBERS.code: (
        "truong-thieu",
        lambda name, c, v, info: f"“{name}” thiếu {listed(info[0])}",
    ),
    errors.NONEOF.code: ("gia-tri-sai", _fixed(_OTHER)),
    errors.ONEOF.code: ("gia-tri-sai", _fixed(_OTHER)),
    errors.ANYOF.code: ("gia-tri-sai", _fixed(_OTHER)),
    errors.ALLOF.code: ("gia-tri-sai", _fixed(_OTHER)),
}
