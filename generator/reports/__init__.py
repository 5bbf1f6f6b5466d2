"""Reads what a survey report, or a delivery of many reports, says. It knows no register, and not what may be public.

A report is read by its form. Nothing is guessed: text that cannot be read is a finding. Source: docs/decisions/0007.
"""
