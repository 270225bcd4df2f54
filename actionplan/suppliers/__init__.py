"""Files of suppliers: bytes to rows to firms, and what is wrong with each row. Pure."""
