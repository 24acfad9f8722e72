"""What is seen of lessons: widgets that take values and say what the learner wants; no player."""
