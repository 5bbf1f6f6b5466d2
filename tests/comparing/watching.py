"""What these tests watch of a page."""

# Of axe: every level of WCAG up to 2.2 AA, and its best practices.
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}
