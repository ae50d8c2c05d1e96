"""What each page shows: frozen values, all that a template may use."""
