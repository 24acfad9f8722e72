"""What a lesson says: its own words in its language, why an answer is right, what is missing."""
