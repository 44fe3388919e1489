"""Who is who, what each may do, and how they come in."""
