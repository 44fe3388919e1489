"""What a record is: one module per workbook, the one description of every sheet and column.

Workbooks, checks, pages and documentation derive from what stands here.
"""
