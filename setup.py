"""Packs `schemas/` and `templates/` into the package: they stand at the top, where keepers edit them.

docgen.workspace.builtin finds them in a checkout and in an installed package alike.
"""

from setuptools import find_packages, setup

DATA = {"docgen.schemas": "schemas", "docgen.templates": "templates"}

setup(
    packages=[*find_packages(include=["docgen", "docgen.*"]), *DATA],
    package_dir=DATA,
    package_data={
        "docgen.schemas": ["*.yaml", "bieu/*.yaml"],
        "docgen.templates": ["*/*.docx"],
        "docgen.lint": ["data/*"],
    },
)
