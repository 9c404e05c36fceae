String log = new File(basedir, "build.log").text
// The second build does nothing, and warns again: what a build says depends on the sources, not on its history.
def warnings = log =~ /(?m)^\[WARNING\] src\/main\/java\/demo\/Idle\.java:\d+:\d+: warning\[S\d{4}\]: /
assert warnings.count == 2
assert log.contains("nothing to do: ")
