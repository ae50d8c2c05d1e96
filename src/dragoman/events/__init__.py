"""What is said to have happened, and the rules that find it."""
