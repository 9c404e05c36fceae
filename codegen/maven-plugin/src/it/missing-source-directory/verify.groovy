String log = new File(basedir, "build.log").text
assert log.contains("source directory does not exist: ")
assert log.contains("src/main/absent")
assert !log.contains("\tat dev.smelt") : "a stack trace"
