"""Plans and reports out of the store, whole, with what they stand on and what the rules say of them."""
