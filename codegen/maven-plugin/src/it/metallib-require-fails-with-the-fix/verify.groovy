String log = new File(basedir, "build.log").text
assert log.contains("cannot build libraries: Xcode is installed without its Metal toolchain")
assert log.contains("fix: type: xcodebuild -downloadComponent MetalToolchain")
assert !log.contains("\tat dev.smelt") : "a stack trace"
