"""What docgen says about a fault in something a user supplied: where, what, what to do.

Every stage returns :class:`Diagnostic` values; nothing here prints. A fault in docgen itself
stays an ordinary exception. Exceptions that carry diagnostics:

    DocgenError            the user's input has faults; nothing was written      (exit code 1)
    ├── UsageError         the command was called wrongly                        (exit code 2)
    └── UnreadableError    a file cannot be read, or a needed program not run    (exit code 3)
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from docgen.values import Struct, replace


class Severity(str, Enum):
    """How much a finding matters: an error stops the build, a warning is printed, info is a remark."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Location(Struct, frozen=True, gc=False):
    """A place in a file: line and column (both from 1) in text, sheet and cell in a workbook,
    part, paragraph (from 1, in document order) and excerpt in Word."""

    path: str = ""
    line: int | None = None
    column: int | None = None
    sheet: str = ""
    cell: str = ""
    part: str = ""
    paragraph: int | None = None
    excerpt: str = ""

    def __str__(self) -> str:
        where = [self.path] if self.path else []
        if self.line is not None:
            where.append(str(self.line))
            if self.column is not None:
                where.append(str(self.column))
        if self.sheet:
            where.append(self.sheet)
        if self.cell:
            where.append(self.cell)
        if self.part:
            where.append(self.part)
        if self.paragraph is not None:
            where.append(f"đoạn {self.paragraph}")
        return ":".join(where)


class Related(Struct, frozen=True):
    """Another place that belongs to a finding, such as an operand of a formula."""

    location: Location
    message: str


class Diagnostic(Struct, frozen=True):
    """One finding. `message` and `hint` are whole Vietnamese sentences without a full stop at the
    end; `clause` names the rule of law it rests on; `code` is stable and may be waived."""

    code: str
    severity: Severity
    message: str
    location: Location = Location()
    hint: str = ""
    clause: str = ""
    related: tuple[Related, ...] = ()

    def at(self, location: Location) -> Diagnostic:
        """The same finding at `location`, for functions that know the fault but not the place."""
        return replace(self, location=location)


def error(code: str, message: str, location: Location = Location(), **more: object) -> Diagnostic:
    """A Diagnostic of severity error."""
    return Diagnostic(code, Severity.ERROR, message, location, **more)  # type: ignore[arg-type]


def warning(code: str, message: str, location: Location = Location(), **more: object) -> Diagnostic:
    """A Diagnostic of severity warning."""
    return Diagnostic(code, Severity.WARNING, message, location, **more)  # type: ignore[arg-type]


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any finding is of severity error."""
    return any(d.severity is Severity.ERROR for d in diagnostics)


class DocgenError(Exception):
    """The user's input has faults. `diagnostics` names all of them."""

    exit_code = 1

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__("; ".join(f"{d.location}: {d.message}" for d in diagnostics))
        self.diagnostics = diagnostics


class UsageError(DocgenError):
    """The command line asks for something that is not there or contradicts itself."""

    exit_code = 2


class UnreadableError(DocgenError):
    """An input cannot be read, or a program docgen needs cannot be run."""

    exit_code = 3


def nearest(name: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """The one of `known` that is most like `name`; "" when none is as like it as `likeness` (0 to 1)."""
    import difflib  # a report without a wrong name does not need it

    return next(iter(difflib.get_close_matches(name, [str(one) for one in known], 1, likeness)), "")


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """The words ", có phải “…”?" with the nearest of `known`; "" when none is near."""
    near = nearest(name, known)
    return f", có phải “{near}”?" if near else ""
