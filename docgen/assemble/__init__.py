"""Facts + prose → Document."""

from docgen.assemble.document import Assembled, assemble

__all__ = ["Assembled", "assemble"]
