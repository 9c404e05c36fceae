assert new File(basedir, "target/kernels/demo/ActivationsKernels.java").file
assert new File(basedir, "target/classes/META-INF/smelt/demo.Activations.metal").file
assert new File(basedir, "target/classes/demo/ActivationsKernels.class").file

// The kernels are in a directory that javac is given too; the class with a mistake is in one that Smelt is not.
String log = new File(basedir, "build.log").text
assert log =~ /generated \d+ files from 1 source \(/
