"""The tests of Wiregrad, laid out as the code they test."""
