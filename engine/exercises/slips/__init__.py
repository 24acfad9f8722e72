"""The slips that people make on the way to a number, each a record with the number it gives."""
