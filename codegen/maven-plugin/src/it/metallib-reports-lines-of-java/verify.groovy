String log = new File(basedir, "build.log").text
assert log =~ /(?m)^\[ERROR\] src\/main\/java\/demo\/Activations\.java:11: error: use of undeclared identifier/
assert log.contains("Metal's compiler refused 1 of 1 generated files")
assert !log.contains("\tat dev.smelt") : "a stack trace"
assert !new File(basedir, "target/classes/META-INF/smelt/demo.Activations.metallib").exists()
