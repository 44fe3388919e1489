"""Figures from elsewhere."""
