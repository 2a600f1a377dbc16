"""The recipes call commands and options that exist."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest
import yaml

from docgen.cli import cli

ROOT = Path(__file__).resolve().parents[2]
RECIPES = ROOT / "docs" / "recipes"


def hooks() -> dict[str, str]:
    """The entry of each pre-commit hook by its id."""
    found = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    return {hook["id"]: hook["entry"] for hook in found}


def commands() -> list[str]:
    """Every docgen command line of the recipes and of the pre-commit hooks."""
    found = [f"{entry} bao-cao" for entry in hooks().values()]
    for path in sorted(RECIPES.iterdir()):
        found += re.findall(r"(?m)(?:^\s*(?:- |run: )|`)(docgen [^`\n]+)", path.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("line", commands())
def test_a_command_line_of_a_recipe_is_understood(line: str) -> None:
    name, *arguments = shlex.split(line)[1:]
    command = cli.get_command(click.Context(cli), name)

    assert command is not None
    command.make_context(name, arguments)


def test_the_example_of_pre_commit_names_hooks_that_exist() -> None:
    config = yaml.safe_load((RECIPES / "pre-commit-config.yaml").read_text(encoding="utf-8"))

    assert {hook["id"] for repo in config["repos"] for hook in repo["hooks"]} <= hooks().keys()


def test_the_recipes_of_ci_run_the_same_comparison() -> None:
    gitlab = yaml.safe_load((RECIPES / "gitlab-ci.yaml").read_text(encoding="utf-8"))
    github = yaml.safe_load((RECIPES / "github-actions.yaml").read_text(encoding="utf-8"))

    steps = [
        step["run"] for step in github["jobs"]["regress"]["steps"] if step.get("run", "").startswith("docgen")
    ]
    assert gitlab["docgen"]["script"] == steps
