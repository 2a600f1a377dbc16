"""docgen.workspace"""

import pytest

from docgen.workspace import Workspace, builtin


@pytest.fixture
def office(tmp_path):
    """An office with its own schemas above the data files and its own template beside them."""
    data = tmp_path / "2026" / "quy-1"
    for path in (
        tmp_path / "schemas" / "rieng.yaml",
        tmp_path / "schemas" / "bieu" / "bieu-rieng.yaml",
        tmp_path / "schemas" / "bao-cao.yaml",
        data / "templates" / "xa" / "bao-cao.docx",
        data / "schemas" / "rieng.yaml",
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    return data


def test_the_nearest_folder_wins_and_the_built_in_one_comes_last(office):
    workspace = Workspace.around(office)

    assert workspace.find_schema("rieng") == office / "schemas" / "rieng.yaml"
    assert workspace.find_schema("bao-cao") == office.parent.parent / "schemas" / "bao-cao.yaml"
    assert workspace.find_form("bieu-rieng") == office.parent.parent / "schemas" / "bieu" / "bieu-rieng.yaml"
    assert workspace.find_schema("van-ban") == builtin("schemas") / "van-ban.yaml"
    assert workspace.find_template("xa", "bao-cao") == office / "templates" / "xa" / "bao-cao.docx"
    assert workspace.find_template("huyen", "bao-cao") == builtin("templates") / "huyen" / "bao-cao.docx"


def test_names_are_listed_once(office):
    names = Workspace.around(office).schema_names()

    assert list(names) == sorted(set(names))
    assert {"rieng", "bao-cao", "van-ban"} <= set(names)


@pytest.mark.parametrize("name", ["../../../etc/passwd", "/etc/passwd", "a/b", "..", "bieu/../../x"])
def test_a_name_is_no_way_out_of_the_folder(office, name):
    secret = office / "schemas" / "b.yaml"
    secret.write_text("x")

    assert Workspace.around(office).find_schema(name) is None
    assert Workspace.around(office).find_part(name) is None
