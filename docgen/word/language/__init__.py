"""The language of docgen's own templates: what they may say, and how it becomes a document.

Templates are written in a part of Jinja's language and mean what they mean there; Jinja only reads
them, once, when a template is compiled (docgen.word.language.grammar, docgen.word.language.translate).
What is kept is Python code of our own, which docgen.word.language.runtime runs without Jinja: importing
it takes longer than printing a report. The tests hold every construct against Jinja itself.
"""
