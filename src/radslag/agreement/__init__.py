"""What the cooperation agreement says, as pure functions of facts and dated terms.

Source: the model agreement is Södertörn's of 2010; each rule cites its paragraphs.
Units: exact money in kronor, population in residents, days as calendar dates.
"""
