"""What was typed, with positions: YAML files, ranges of Excel and CSV files."""

from docgen.source.nodes import CellText, Mapping, Node, Scalar, Sequence, find, locate
from docgen.source.yaml_file import parse_yaml, read_yaml

__all__ = ["CellText", "Mapping", "Node", "Scalar", "Sequence", "find", "locate", "parse_yaml", "read_yaml"]
