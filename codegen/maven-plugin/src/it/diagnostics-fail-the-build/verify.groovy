String log = new File(basedir, "build.log").text
// As editors and terminals recognise it, after Maven's prefix.
assert log =~ /(?m)^\[ERROR\] src\/main\/java\/demo\/Broken\.java:10:16: error\[S\d{4}\]: /
assert log =~ /(?m)^\[ERROR\] src\/main\/java\/demo\/Broken\.java:15:\d+: error\[S\d{4}\]: /
assert log.contains("kernels do not compile: 2 errors")
assert !log.contains("\tat dev.smelt") : "a stack trace"

// Nothing half-written, and javac did not run.
assert !new File(basedir, "target/generated-sources/smelt").exists()
assert !new File(basedir, "target/classes/META-INF").exists()
