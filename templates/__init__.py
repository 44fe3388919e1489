"""The official templates: what their owners edit in Word and Excel, and the script that first wrote them."""
