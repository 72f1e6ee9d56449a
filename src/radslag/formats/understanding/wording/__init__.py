"""How Swedish documents write days, clocks, sums and numbers: words in, values out."""
