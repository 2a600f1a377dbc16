"""What fuzzing has found, once each, so that it stays mended."""

import pytest
from fuzz_judge import judge, write
from fuzz_strategies import FILES, WRITTEN, Case

from docgen import pipeline


def case(old="", new="", **files):
    return Case({**FILES, **files, "bao-cao.yaml": WRITTEN.replace(old, new, 1) if old else WRITTEN})


def codes(one, folder):
    write(one, folder)
    return [
        (d.code, d.severity.value)
        for d in pipeline.check(folder / "bao-cao.yaml")
        if d.severity.value == "error"
    ]


def test_the_written_case_itself_builds(tmp_path):
    assert judge(case(), tmp_path) == ("built", [])


def test_a_footnote_where_none_can_print_is_a_fault_and_not_lost(tmp_path):
    one = case("[Sở Nội vụ, Sở Tài chính]", '["Sở Nội vụ^[chú thích]"]')

    assert codes(one, tmp_path) == [("chu-thich-sai-cho", "error")]


@pytest.mark.parametrize("address", ["https://ps://a.vn", "https://[a", "http://"])
def test_a_link_to_no_whole_address_makes_no_invalid_relationship(tmp_path, address):
    outcome, problems = judge(case("<https://a.vn>", f"<{address}>"), tmp_path)

    assert (outcome in ("built", "refused"), problems) == (True, [])


def test_a_doubtful_line_of_a_form_is_told_as_an_error(tmp_path):
    form = FILES["schemas/bieu/thu.yaml"].replace("Biểu thử", "Biể #u thử")
    one = Case({**FILES, "schemas/bieu/thu.yaml": form, "bao-cao.yaml": WRITTEN})

    assert judge(one, tmp_path) == ("refused", [])


def test_a_table_whose_first_column_is_a_number_has_a_totals_row_without_label(tmp_path):
    form = FILES["schemas/bieu/thu.yaml"].replace("{ma: tt, ten: TT, kieu: stt}", "{ma: tt, ten: TT}")
    one = Case({**FILES, "schemas/bieu/thu.yaml": form, "bao-cao.yaml": WRITTEN})

    assert judge(one, tmp_path)[1] == []


def test_more_headings_than_there_are_roman_numbers_are_a_fault(tmp_path):
    headings = "\n".join(["  # a"] * 4000)
    one = case("  # Kết quả\n", f"{headings}\n\n  # Kết quả\n")

    assert codes(one, tmp_path) == [("danh-so", "error")]


def test_faults_of_the_data_file_are_told_together_with_a_missing_unit(tmp_path):
    text = WRITTEN.replace("don_vi: don-vi.yaml", "don_vi: khong-co.yaml").replace("so: 5", "so: 5\nso: 6")

    found = {code for code, _ in codes(Case({**FILES, "bao-cao.yaml": text}), tmp_path)}

    assert {"yaml-trung-khoa", "tep-khong-co"} <= found
