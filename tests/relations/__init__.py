"""What a version is to its original, on versions made from articles whose relation is known by construction."""
