"""Document + template → .docx."""
