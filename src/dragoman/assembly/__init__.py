"""Chooses and joins the concrete parts."""
