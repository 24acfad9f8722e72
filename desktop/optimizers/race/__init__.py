"""The race as a value and the model that runs it; how methods and ground look."""
