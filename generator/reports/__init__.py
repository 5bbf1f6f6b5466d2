"""A survey report, or a delivery of many, becomes records of the register. Nothing here knows what may be public.

What a report says is read by its form and never completed by guessing: what cannot be read is a finding.
"""
