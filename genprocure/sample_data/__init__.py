"""Invented cities of any size, written in bulk: something to measure with."""
