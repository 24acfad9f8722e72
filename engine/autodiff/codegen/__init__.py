"""The compiler of plans into quick code, and the programs it makes."""
