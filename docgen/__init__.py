"""Vietnamese official documents from data: YAML in, Word that complies with NĐ 30/2020/NĐ-CP out."""

__version__ = "0.1.0"
