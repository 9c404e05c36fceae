#!/bin/sh
# Prints the functions that smelt.h declares, one to a line, sorted: what the library must export, and all of it.
set -eu
cd "$(dirname "$0")"
sed -n 's/^SMELT_API .*[ *]\(smelt_[a-z_]*\)(.*/\1/p' include/smelt.h | LC_ALL=C sort
