"""Whatever the figures: a table is found fault with exactly where a typed figure is not the computed one."""

from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from docgen import vn
from docgen.schema.check_table import check_table
from docgen.schema.findings import Findings
from docgen.schema.form import Form
from docgen.schema.read_form import read_form
from docgen.schema.read_table import read_table
from docgen.schema.table import FormTable, computed_table
from docgen.source import find, parse_yaml

FORM = """\
ten: Thử
cot:
  - {ma: a, ten: A, tinh: b + c}
  - {ma: b, ten: B}
  - {ma: c, ten: C}
  - {ma: p, ten: P, kieu: ty_le, tinh: "ty_le(b, a)"}
dong_tong: Tổng
"""
COUNTS = st.integers(min_value=0, max_value=10**7)
ROWS = st.lists(st.tuples(COUNTS, COUNTS, st.sampled_from(["right", "wrong", "left out"])), max_size=12)


@lru_cache
def form() -> Form:
    made, faults = read_form("thu", "thu.yaml", FORM.encode())
    assert made is not None, faults
    return made


def read(text: str) -> FormTable:
    root, _ = parse_yaml(text, "t.yaml")
    table, faults = read_table(find(root, ("bieu",)), form(), Path())
    assert faults == []
    return computed_table(table)


def findings(text: str) -> list[str]:
    found = Findings()
    check_table(read(text), found, draft=False)
    return [f"{one.location.line} {one.code}" for one in found.all()]


@given(ROWS)
def test_exactly_the_wrong_sums_are_found(rows: list[tuple[int, int, str]]) -> None:
    lines, expected = ["bieu:", "- {b: 0}"], []
    for b, c, how in rows:
        typed = {"right": b + c, "wrong": b + c + 1}.get(how)
        lines.append(f"- {{b: {b}, c: {vn.so(c)}" + (f", a: {vn.so(typed)}}}" if typed is not None else "}"))
        if how == "wrong":
            expected.append(f"{len(lines)} thu.a")

    assert findings("\n".join(lines)) == expected


@given(ROWS, st.integers(-1, 1))
def test_a_typed_total_is_found_exactly_when_it_is_not_the_sum(
    rows: list[tuple[int, int, str]], off: int
) -> None:
    total = sum(b for b, _, _ in rows) + off
    lines = ["bieu:", "  dong:", "  - {b: 0}", *(f"  - {{b: {b}, c: {c}}}" for b, c, _ in rows)]
    text = "\n".join([*lines, f"  tong: {{b: {total}}}"])

    assert findings(text) == ([f"{len(lines) + 1} thu.tong.b"] if off else [])


@given(COUNTS, COUNTS, st.integers(0, 4))
def test_a_share_agrees_at_the_decimals_it_was_typed_with(b: int, c: int, places: int) -> None:
    if b + c == 0:
        return
    share = vn.lam_tron(Decimal(b) * 100 / (b + c), places)
    step = Decimal(1).scaleb(-places)

    assert findings(f"bieu:\n- {{b: {b}, c: {c}, p: '{vn.so(share)}%'}}") == []
    assert findings(f"bieu:\n- {{b: {b}, c: {c}, p: '{vn.so(share + step)}%'}}") == ["2 thu.p"]


@given(ROWS)
def test_computed_cells_totals_and_columns_are_the_sums(rows: list[tuple[int, int, str]]) -> None:
    table = read("\n".join(["bieu:", "- {b: 0}", *(f"- {{b: {b}, c: {c}}}" for b, c, _ in rows)]))

    assert table.column("a") == (0, *(b + c for b, c, _ in rows))
    assert (
        table.totals["a"].computed
        == sum(table.column("a"))
        == sum(table.column("b")) + sum(table.column("c"))
    )
    assert table.row_count == len(rows) + 1
