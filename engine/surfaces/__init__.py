"""Loss surfaces: functions of two variables that optimizers descend, each written as a formula."""
