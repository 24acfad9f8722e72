"""Widgets that every space shares: fields, forms, bars, tables, formulas and plots."""
