"""How fast Word templates are filled, beside the peers: `make bench`."""
