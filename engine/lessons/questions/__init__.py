"""The kinds of questions of lessons: how each is written down, marked, and answered rightly."""
