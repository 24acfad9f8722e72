"""One view for each kind of question, found by the name of the kind."""
