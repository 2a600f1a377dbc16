"""docs/security.md: every sentence has its test, every test of safety its sentence, every limit its row."""

import re
from pathlib import Path

from docgen import limits

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
HELD_ELSEWHERE = {
    "test_every_input_becomes_a_valid_document_or_faults_with_places",
    "test_kills_at_random_moments_break_nothing_and_resume_completes",
    "test_any_template_prints_what_jinja_prints_or_has_the_same_fault",
    "test_the_code_of_a_template_names_nothing_but_our_own",
    "test_what_leads_into_python_is_a_fault",
    "test_a_long_text_between_the_letters_of_a_long_text_is_too_much",
}
NOT_OF_STRANGERS = {
    "test_the_built_in_template_itself_comes_in",
    "test_an_ordinary_sheet_is_read",
    "test_every_limit_is_documented",
    "test_every_test_the_page_names_is_there_and_every_test_of_safety_is_named",
    "test_a_doubtful_line_of_a_schema_is_an_error_and_never_a_refusal_without_one",
}


def named_in(paths):
    return {
        name
        for path in paths
        for name in re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.M)
    }


def test_every_test_the_page_names_is_there_and_every_test_of_safety_is_named():
    named = set(re.findall(r"`(test_\w+)`", PAGE))
    safety = named_in((ROOT / "tests" / "safety").glob("test_*.py"))
    everywhere = named_in(
        path for folder in ("batch", "fuzz", "word") for path in (ROOT / "tests" / folder).glob("test_*.py")
    )

    assert named - {"test_every_limit_is_documented"} == (safety - NOT_OF_STRANGERS) | HELD_ELSEWHERE
    assert everywhere >= HELD_ELSEWHERE


def test_every_limit_is_documented():
    own = {name for name in vars(limits) if name.isupper()}

    assert own == set(re.findall(r"`([A-Z]+(?:_[A-Z]+)+)`", PAGE))
