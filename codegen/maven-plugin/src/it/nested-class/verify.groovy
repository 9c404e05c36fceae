assert new File(basedir, "target/generated-sources/smelt/demo/Outer_InnerKernels.java").file
assert new File(basedir, "target/classes/META-INF/smelt/demo.Outer\$Inner.metal").file
assert new File(basedir, "target/classes/demo/Outer_InnerKernels.class").file
