"""The whole public register as files that others can use: CSV, XLSX, JSON and Parquet, with what describes them.

``tables`` says once what each table and each column is. From that come the files, their schemas and the page's text.
"""
