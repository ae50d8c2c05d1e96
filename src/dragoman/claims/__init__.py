"""A speaker says, in this span, that this event happened (or did not)."""
