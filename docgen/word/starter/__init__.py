"""New Word templates and parts that comply with Nghị định 30/2020/NĐ-CP, ready to edit in Word."""

from docgen.word.starter.files import new_part, new_template
from docgen.word.starter.parts import PARTS
from docgen.word.starter.templates import PLANS

__all__ = ["PARTS", "PLANS", "new_part", "new_template"]
