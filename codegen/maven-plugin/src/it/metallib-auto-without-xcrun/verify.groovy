String log = new File(basedir, "build.log").text
assert log =~ /(?m)^\[INFO\] no library was built: there is no 'no-such-xcrun' here.*; the Mac compiles the Metal text/
assert new File(basedir, "target/classes/META-INF/smelt/demo.Activations.metal").file
assert !new File(basedir, "target/classes/META-INF/smelt/demo.Activations.metallib").exists()
