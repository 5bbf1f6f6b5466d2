"""What the public may know: the policy, withholding, and the public model.

``withholding.withhold`` is the one door. Past it a withheld grade does not exist; ``public`` is all that the rooms
behind the door may import.
"""
