"""The goal chain as a person may see it: as a tree, searched, one number at a time."""
