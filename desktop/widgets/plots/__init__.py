"""The plot that every space uses, its marks, axes, legend, menu and exports."""
