"""Where formulas are typed: the field, and what helps while one types in it."""
