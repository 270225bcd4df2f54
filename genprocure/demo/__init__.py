"""The demo's content as plain data; what writes it into the database stands elsewhere."""
