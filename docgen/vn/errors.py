"""The one exception of docgen.vn."""

from __future__ import annotations


class VnError(ValueError):
    """A text cannot be read, or a value not be written, in Vietnamese official language.

    `message` is a Vietnamese sentence without a full stop, `hint` what to write instead ("" when
    there is nothing to suggest); callers that know the place turn both into a Diagnostic.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
