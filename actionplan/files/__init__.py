"""What a file is that somebody uploads, told by its content; none of it is unpacked or decoded. Pure."""
