String log = new File(basedir, "build.log").text
assert log =~ /generated \d+ files from 1 source \(/
assert log =~ /nothing to do: \d+ generated files up to date with 1 source/

// Neither has javac anything to do: the generated files were not touched.
assert log.contains("Nothing to compile - all classes are up to date")
