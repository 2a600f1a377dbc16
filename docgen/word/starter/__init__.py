"""New Word templates and parts that comply with Nghị định 30/2020/NĐ-CP, ready to edit in Word."""

from docgen.word.starter.files import PARTS, new_part, new_template

__all__ = ["PARTS", "new_part", "new_template"]
