"""What authors of lessons have in the program: live reload, faults, recording, a rehearsal."""
