"""How it stands: for those who have tasks, those who lead and those who have uppsikt."""
