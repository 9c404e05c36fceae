// A wrapper, the Metal text, and both where javac and the jar take them from.
assert new File(basedir, "target/generated-sources/smelt/demo/ActivationsKernels.java").file
assert new File(basedir, "target/classes/META-INF/smelt/demo.Activations.metal").text.contains("#include <metal_stdlib>")
assert new File(basedir, "target/classes/demo/ActivationsKernels.class").file

String log = new File(basedir, "build.log").text
assert log =~ /generated \d+ files from 2 sources/
