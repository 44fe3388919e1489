"""Målkedjan: a municipality's goal chain in one place, and its official documents written from it."""
