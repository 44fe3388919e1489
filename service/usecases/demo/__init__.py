"""The sample municipality's year, from the first workbook to the year that follows."""
