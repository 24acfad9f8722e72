"""Leads through a lesson that is played: what is shown, answered, marked and demonstrated."""
