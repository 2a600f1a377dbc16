"""What `docgen doctor` says of fonts."""

from __future__ import annotations

from docgen.pdf.machine import examine, missing_fonts


def test_a_typeface_with_the_same_widths_stands_in_for_another() -> None:
    installed = frozenset({"Liberation Serif", "Carlito", "DejaVu Sans"})

    assert missing_fonts(["Times New Roman", "Calibri", "Cambria", ".VnTime", "DejaVu Sans"], installed) == [
        ".VnTime",
        "Cambria",
    ]


def test_every_thing_that_may_lack_says_what_to_do() -> None:
    assert [check.name for check in examine() if check.exit_code and not check.fix] == []
