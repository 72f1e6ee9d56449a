"""Demo: the cooperation file that the program ships, and shows from the first start.

The facts are those of the cooperation's own documents, in our own words; the people
are invented. The file is read through the same loader as any other.
"""
