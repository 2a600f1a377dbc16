"""Any .docx as an immutable picture with every inherited format resolved: `read(path) -> DocView`."""

from docgen.view.model import DocView
from docgen.view.reader import read

__all__ = ["DocView", "read"]
