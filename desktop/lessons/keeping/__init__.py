"""What is kept on the disk: the lessons themselves, and how far somebody is in each."""
