"""What a survey report, or a delivery of many, says: read by its form, and never completed by guessing.

What cannot be read is a finding. Nothing here knows whose report it is, what data/ holds, or what may be public.
"""
