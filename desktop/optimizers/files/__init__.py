"""The whole setting of the race as a file, and its recording as moving and still pictures."""
