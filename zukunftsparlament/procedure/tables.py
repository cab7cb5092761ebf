from piccolo.columns import Date, Integer, Serial, Text
from piccolo.table import Table


class RuleSet(Table, tablename="rule_set"):
    """A version of the rules of procedure. Never changed: a new version is a new row."""

    id: Serial
    number = Integer(null=False)  # the version. Unique index.
    valid_from = Date(null=False)
    content = Text(null=False)  # JSON, see INTERFACE "Rule set"
