"""What each answer looks like as a table and as records."""
