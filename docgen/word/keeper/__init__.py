"""What a keeper of templates asks: which variables are there, what is wrong and where, what has changed.

variables(type fields)                        → the tree of everything a template may print
check_template(parts, path, …)                → findings, each at its place as seen in Word
fix_template(parts)                           → the parts with broken tags repaired
compare_templates(old, new)                   → what changed, in words
"""
