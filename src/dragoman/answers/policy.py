"""The policy of answers, in words: how claims are weighed.

There is one so far; a ledger's own policies come later (DESIGN, section 3).
"""

POLICY = "every source is heard; announced acts are not done; origins are counted, never pages"
