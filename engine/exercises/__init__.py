"""Exercises: numbers of a graph that a learner finds, and what went wrong where one is wrong."""
