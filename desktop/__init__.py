"""The Qt application: pages, widgets and the window that holds them."""
