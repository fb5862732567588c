"""How a finding is said to be fine: decisions and inline comments silence it, a baseline makes it known."""
