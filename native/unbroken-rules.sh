#!/bin/sh
# Prints the places of the rules (SM_RULE) of the software Metal that no test has broken.
# Usage: native/unbroken-rules.sh FILE, which tests of a software Metal that was compiled with SM_BROKEN_RULES wrote.
cd "$(dirname "$0")" || exit 1
grep -n '\<SM_RULE\(_OF\)\?(' software/metal/*.m | awk -F: '
    FNR == NR { first[$1] = first[$1] " " $2; next }
    { # A rule of several lines was written down with one of them.
        count = split(first[$1], lines, " ")
        rule = 0
        for (i = 1; i <= count; i++) if (lines[i] + 0 <= $2 + 0) rule = lines[i]
        broken[$1 ":" rule] = 1
    }
    END {
        for (file in first) {
            count = split(first[file], lines, " ")
            for (i = 1; i <= count; i++) if (!((file ":" lines[i]) in broken)) print file ":" lines[i]
        }
    }
' - "$1" | sort
