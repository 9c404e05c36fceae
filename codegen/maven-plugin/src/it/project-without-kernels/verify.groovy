String log = new File(basedir, "build.log").text
assert log.contains("generated 0 files from 1 source")
assert log.contains("no library to build: no kernels")
assert !new File(basedir, "target/classes/META-INF").exists()
