"""Claims and answers in the field's file formats."""
