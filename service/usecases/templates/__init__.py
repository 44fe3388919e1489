"""The municipality's own Word and Excel templates: tried before anyone writes with them."""
