"""Who may read, comment, review and add in the browser: accounts, sessions, tokens, comments, and what they did."""
