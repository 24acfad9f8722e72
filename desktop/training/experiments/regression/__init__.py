"""Lines and planes fitted to points, and the cost that the fit goes down."""
