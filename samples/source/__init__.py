"""What an invented Vänersborgs kommun has written into its workbooks for the plan year 2027.

Each module holds one workbook: `FORMS` by sheet key and field, `ROWS` by sheet key as a list of fields. Names of fields
are the schemas' own; what the service fills in by itself (numbers, frames, decided results) is left out. The nämnder
and the vision are the municipality's own; every figure, person and text is invented.
"""
