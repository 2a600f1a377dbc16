import subprocess
import sys
from types import ModuleType

from vn_cases import FOLDER, read

from docgen import vn


def test_all_names_everything_public_that_is_imported() -> None:
    public = {n for n, v in vars(vn).items() if not n.startswith("_") and not isinstance(v, ModuleType)}

    assert sorted(vn.__all__) == sorted(public)


def test_importing_the_package_loads_neither_babel_nor_num2words() -> None:
    code = "import sys, docgen.vn as v; v.so(6015); v.doc_ngay('14/9/2020'); print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()

    assert {"babel", "num2words"} & set(loaded) == set()


def test_there_are_at_least_four_hundred_cases_to_proofread() -> None:
    assert sum(len(read(path.stem)) for path in FOLDER.glob("*.txt")) >= 400


def test_a_fault_is_a_value_error_with_a_sentence_and_a_hint() -> None:
    fault = vn.VnError("số để trống", "Ghi như 6.015")

    assert (isinstance(fault, ValueError), str(fault), fault.message, fault.hint) == (
        True,
        "số để trống",
        "số để trống",
        "Ghi như 6.015",
    )
