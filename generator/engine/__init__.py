"""Markdown -> HTML: lays out the pages, runs MkDocs, and swaps the new site for the old in one step.

It knows pages and folders, but no ratings.
"""
