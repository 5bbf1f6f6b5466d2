"""The whole public register as files that others can use: CSV, XLSX, JSON and Parquet, with their descriptions.

``tables`` declares each table and each column once. The files, their schemas and the page's text come from that.
"""
