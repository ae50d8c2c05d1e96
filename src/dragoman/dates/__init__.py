"""When: dates that may be imprecise, and the expressions that name them."""
