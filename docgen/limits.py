"""Every limit docgen puts on what it reads, in one place.

They are far above any real report and exist so that a file from a stranger cannot exhaust the
machine. docs/security.md explains them to keepers.
"""

DATA_FILE_BYTES = 32 * 1024 * 1024
"""A larger YAML file is refused before it is parsed."""

YAML_DEPTH = 40
"""Nesting of mappings and lists in a YAML file."""

YAML_NODES = 4_000_000
"""Values in one YAML file; a table of 50,000 rows and 14 columns has 700,000."""

SCALAR_CHARACTERS = 8 * 1024 * 1024
"""Length of one value."""

WORKBOOK_BYTES = 512 * 1024 * 1024
"""Size of all parts of a workbook, unpacked."""

SHEET_CELLS = 8_000_000
"""Cells of a sheet, counted from its first filled cell to its last; more would be far from any report."""

NUMBER_DIGITS = 60
"""Digits of one number, on both sides of the decimal comma together."""

PASSAGE_CHARACTERS = 100_000
"""A longer paragraph is printed, but its words and sums are not looked at; a warning says so. One of this
length takes 0.1 s, or 0.5 s and 100 MB where every character is a slip; a longer one would in proportion."""

EXPRESSION_CHARACTERS = 4_000
"""Length of one formula or one {{ … }}."""

EXPRESSION_NESTING = 80
"""Brackets within brackets of one formula."""

DIAGNOSTICS_PER_STAGE = 200
"""After this many findings in one stage the rest is counted, not listed."""

FINDINGS_PER_FILE = 1000
"""After this many findings in one data file the rest is counted, not listed."""

PACKAGE_PARTS = 2_000
"""Files inside one Word file."""

PACKAGE_BYTES = 256 * 1024 * 1024
"""Size of all of them, unpacked."""

PACKAGE_SMALL_BYTES = 4 * 1024 * 1024
"""Below this no ratio is looked at: a table of equal rows packs very well."""

PACKAGE_RATIO = 200
"""Unpacked size over packed size beyond which a file is taken for a bomb."""

TEMPLATE_STEPS = 20_000_000
"""Rounds of all loops of a template together, each weighted by the text it prints (a step is 50
characters); a table of 50,000 rows in the manner of docxtpl takes 5 million."""

TEMPLATE_CHARACTERS = 256 * 1024 * 1024
"""Length of one part that a template prints; a table of 50,000 rows and 10 columns has 125 million."""

TEMPLATE_VALUE = 8_000_000
"""Longest text that a template may join, and longest text or list that one step of a docxtpl template may
make."""

TEMPLATE_NUMBER = 100_000
"""Largest whole number that a docxtpl template gives a filter or a method; Jinja's range() has the same."""

READ_PARTS = 5000
"""Files inside a Word file that is only looked at (lint, diff)."""

READ_BYTES = 512 * 1024 * 1024
"""Size of all of them, unpacked."""

READ_PART_BYTES = 200 * 1024 * 1024
"""Size of one of them that is parsed as XML."""

PDF_SECONDS = 120.0
"""Time LibreOffice gets for one file. A report of 40 pages takes 2 s; a table of 5,000 rows was measured
at 116 s."""
