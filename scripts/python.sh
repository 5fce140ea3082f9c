# Read by run and check, which set $here: finds a Python that Verifier can use, sets $python.
python=
for candidate in "$here/.venv/bin/python" python3 python3.14 python3.13 python3.12 python3.11 python
do
    if "$candidate" -I -S -c \
        'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))' >/dev/null 2>&1
    then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    found=$(python3 --version 2>/dev/null) || found="no Python at all"
    echo "Verifier needs Python 3.11 to 3.14; this machine has $found." >&2
    echo "Install one of those (Debian 12, Ubuntu 24.04 and newer: sudo apt-get install python3;" >&2
    echo "elsewhere: python.org/downloads), then start again." >&2
    exit 1
fi
