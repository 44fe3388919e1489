"""Reading a filled workbook: the archive, its parts, its sheets and columns, its cells.

The XML is read directly, not through openpyxl: formulas and their values in one pass, any namespace, no style sheet
that can break the reading, rows counted while they stream, nothing external ever followed.
"""
