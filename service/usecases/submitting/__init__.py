"""A workbook sent in: read apart, checked at its gates, kept with all that was found in it."""
