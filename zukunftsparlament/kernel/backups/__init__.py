"""A backup is one file that both stores can write and read: JSON lines in a .tar.gz, with a manifest.

Why not the database's own copy: this one moves an installation from SQLite to PostgreSQL and back, holds no deleted
page and no row order of the disk, leaves out what must not lie in an attic, and needs no pg_dump of the right version.
"""

from zukunftsparlament.kernel.backups.manifest import BrokenBackup, Manifest
from zukunftsparlament.kernel.backups.reading import Backup, opened
from zukunftsparlament.kernel.backups.writing import write_backup

__all__ = ["Backup", "BrokenBackup", "Manifest", "opened", "write_backup"]
