"""Loads the data files that come with the package."""
