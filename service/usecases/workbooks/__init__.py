"""The official workbooks handed out: prefilled with what is decided and what lives on."""
