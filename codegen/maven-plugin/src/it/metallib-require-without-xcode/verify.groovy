String log = new File(basedir, "build.log").text
assert log.contains("cannot build libraries: xcrun finds no Metal compiler; Xcode has one")
assert log.contains("fix: install Xcode from the App Store, then type: sudo xcode-select --switch")
assert !log.contains("\tat dev.smelt") : "a stack trace"
