"""What may be typed: kinds of values, report types, forms, rules; what was typed, read and checked.

load_report_type(name, workspace)            → ReportType (DocgenError with every fault of the schemas)
read_unit(path)                              → Unit, findings
unit_of(root, unit)                          → the unit as it was on the date of the data file
read_document(root, report_type, unit)       → DataFile (header fields, facts, tables), findings
check_facts(data, report_type, unit)         → findings: computed against typed, rules, required cells
check_outline(type, headings, place, scope)  → findings: headings the type requires, and their order
apply_waivers(findings, data.waivers)        → findings that are left, and useless waivers
"""

from docgen.schema.check import check_facts
from docgen.schema.document import DataFile, read_document, unit_of
from docgen.schema.entries import AppendixData, CitedDocument
from docgen.schema.facts import Fact, Facts
from docgen.schema.form import Column, ColumnGroup, Form
from docgen.schema.outline import check_outline
from docgen.schema.report_type import ReportType, load_report_type
from docgen.schema.rules import Rule
from docgen.schema.table import FormCell, FormRow, FormTable
from docgen.schema.type_file import ROOT, Derived
from docgen.schema.unit import Signer, Unit, read_unit
from docgen.schema.waivers import UNUSED_WAIVER, Waiver, apply_waivers

__all__ = [
    "ROOT",
    "UNUSED_WAIVER",
    "AppendixData",
    "CitedDocument",
    "Column",
    "ColumnGroup",
    "DataFile",
    "Derived",
    "Fact",
    "Facts",
    "Form",
    "FormCell",
    "FormRow",
    "FormTable",
    "ReportType",
    "Rule",
    "Signer",
    "Unit",
    "Waiver",
    "apply_waivers",
    "check_facts",
    "check_outline",
    "load_report_type",
    "read_document",
    "read_unit",
    "unit_of",
]
