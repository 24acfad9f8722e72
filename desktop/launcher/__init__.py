"""The only public name of an installed Wiregrad: it finds the private application and starts it."""
