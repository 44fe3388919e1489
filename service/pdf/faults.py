"""What can go wrong with LibreOffice, said so that a person can act on it."""


class OfficeFault(Exception):
    """LibreOffice could not do what it was asked; the text says what happened, in Swedish."""
