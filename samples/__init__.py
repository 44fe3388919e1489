"""Sample workbooks for a whole municipality and year, right and wrong ones."""
