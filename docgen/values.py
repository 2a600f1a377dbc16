"""What passes between the stages: frozen values with named fields.

    class Run(Struct, frozen=True):
        text: str
        bold: bool = False

They look and compare like frozen dataclasses. The library's classes are made in a thirtieth of the time
(15 against 560 µs; a build needs a hundred of them before it can answer) and their values in a seventh.
A class whose values keep what they once computed (`cached_property`) says `dict=True`.
"""

from msgspec import Struct, field
from msgspec.structs import asdict, replace

__all__ = ["Struct", "asdict", "field", "replace"]
