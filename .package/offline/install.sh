#!/bin/sh
# Installs Guitu into the folder lib beside this file: no network, no rights, nothing outside this folder.
set -eu
cd "$(dirname "$0")"
python=${PYTHON:-python3}
version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
if [ "$version" != "@PYTHON@" ]; then
    echo "这个包用于 Python @PYTHON@，本机是 $version；可用 PYTHON=路径 ./install.sh 另指一个。" >&2
    echo "This package is for Python @PYTHON@, here is $version; name another one: PYTHON=path ./install.sh" >&2
    exit 1
fi
rm -rf lib
pip=$(echo wheels/pip-*.whl)
"$python" "$pip/pip" install --quiet --no-index --no-deps --no-warn-script-location \
    --root-user-action ignore \
    --find-links wheels --target lib wheels/*.whl
printf '#!/bin/sh\nPYTHONUTF8=1 exec "%s" "$(dirname "$0")/start.py" "$@"\n' "$python" >guitu
chmod +x guitu
echo "已装好。 Installed. 试试 Try: ./guitu demo --open"
