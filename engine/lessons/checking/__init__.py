"""What can be said of a lesson before anybody plays it, beyond what reading it says."""
