import sys

from zukunftsparlament.cli import main

sys.exit(main())
