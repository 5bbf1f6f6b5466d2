"""The scale of grades, and how exactly a mean is printed. Any room may use it; it uses none.

Source: the reports of the research agency, which print each mean with one decimal.
"""

from decimal import Decimal

# In points, either end included.
LOWEST, HIGHEST = Decimal(1), Decimal(10)
# What one client can give.
WHOLE_GRADES = range(int(LOWEST), int(HIGHEST) + 1)
# A mean is printed with one decimal: the measured mean differs from it by at most so many points.
ROUNDING = Decimal("0.05")
