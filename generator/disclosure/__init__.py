"""What the public may know: the policy, withholding, and the public model.

``withholding.withhold`` is the one door. A withheld grade does not exist past it. The rooms behind the door may import
``public`` and nothing else from here.
"""
