"""docs/rules.md and the list of rules."""

from __future__ import annotations

from pathlib import Path

from test_lint_content_rules import WORDS
from test_lint_format_rules import BREAKS

from docgen.lint.repair import FIXES
from docgen.lint.rules import RULES
from docgen.lint.rules_page import markdown, records, text

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"
_ELSEWHERE = {
    "BC-01",
    "BC-02",
    "BC-03",
    "HC-01",
    "HC-02",
    "HC-03",
    "HC-04",
    "HC-05",
    "HC-06",
    "KN-01",
    "LH-01",
    "MA-01",
    "SA-01",
    "ST-01",
    "DC-01",
    "PG-07",
}
"""Rules whose pairs of documents stand in tests of their own."""


def test_the_page_in_docs_is_the_one_the_rules_give():
    assert PAGE.read_text(encoding="utf-8") == markdown()


def test_every_rule_has_a_document_that_breaks_it():
    tested = set(BREAKS) | {code for code, _, _ in WORDS} | _ELSEWHERE

    assert {rule.code for rule in RULES} == tested


def test_every_repair_belongs_to_a_rule_and_says_what_it_does():
    stated = {rule.code for rule in RULES if rule.fix}

    assert stated == set(FIXES)


def test_the_list_for_a_terminal_names_every_rule_once():
    listed = [line.split()[0] for line in text().splitlines() if not line.startswith(" ")]

    assert listed == [record["code"] for record in records()] == [rule.code for rule in RULES]
