"""Writing the official workbooks: sheets, lists, protection and print set-up."""
