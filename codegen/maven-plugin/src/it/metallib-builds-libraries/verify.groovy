assert new File(basedir, "target/classes/META-INF/smelt/demo.Activations.metallib").text == "library\n"
assert new File(basedir, "target/classes/META-INF/smelt/demo.Activations.metal").file

String log = new File(basedir, "build.log").text
assert log.contains("built 1 library")
assert log.contains("nothing to do: 1 library")
assert new File(basedir, "target/calls").readLines() == [
    "-sdk macosx metal --version",
    "-sdk macosx metal -std=metal3.2 -mmacosx-version-min=15.0 -fno-fast-math -ffp-contract=off -frecord-sources"
        + " -gline-tables-only -Wall -Wextra -Werror -c demo.Activations.metal -o demo.Activations.air",
    "-sdk macosx metallib demo.Activations.air -o demo.Activations.metallib",
    "-sdk macosx metal --version",
]
