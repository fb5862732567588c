"""Templates, styles and scripts of the report page, and the published schemas: data, not code."""
