"""What a survey report, or a delivery of many, says. It is read as it stands, and never completed by guessing.

What cannot be read is a finding. `panteia/` reads the reports of one agency, `delivery/` tables of any. Nothing here
knows which provider it is about, what data/ holds, or what may be public.
"""
