"""What changes for the public between two versions of the register, for the maintainer who changes it.

It is computed from two public models, so it cannot print what either withholds.
"""
