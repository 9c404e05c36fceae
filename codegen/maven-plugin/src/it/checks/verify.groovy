// An assertion is accepted, and there is a checked form beside the plain one, which is the default.
assert new File(basedir, "target/classes/META-INF/smelt/checked/demo.Roots.metal").text.contains("smelt_check_assertion")
assert new File(basedir, "target/classes/META-INF/smelt/checked/demo.Roots.checks").text.contains("ASSERTION\tRoots.java\t8\tx >= 0f\n")
assert !new File(basedir, "target/classes/META-INF/smelt/demo.Roots.metal").text.contains("smelt_check")
assert new File(basedir, "target/classes/demo/RootsKernelsJvmChecked.class").file
assert new File(basedir, "target/generated-sources/smelt/demo/RootsKernels.java").text =~ /List.of\(ROOT\),\s+true/
