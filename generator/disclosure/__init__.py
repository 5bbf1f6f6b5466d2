"""What the public may know: the policy, the rules, protection against attacks, and the public model.

``withholding.withhold`` is the one door. Past it a withheld grade does not exist: rooms that show may import ``public``
and nothing else from here.
"""
